using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Quality;

/// <summary>评查记录: POST /quality/samples/{documentId}. The reviewer of the office says which defects the document has, or that it has none.</summary>
internal static class ReviewSample
{
    /// <summary>What people look for, that no program finds.</summary>
    public static readonly IReadOnlyDictionary<string, string> Codes = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["H01"] = "事实没有查清", ["H02"] = "依据不当", ["H03"] = "没有回应请求", ["H04"] = "程序有缺陷", ["H05"] = "说理不充分", ["H06"] = "文字不规范", ["H07"] = "语气不当",
    };

    private static readonly Refusal UnknownCode = new("quality.unknown-code", "没有这个缺陷代码，请从名单里选。", PetitionRegulations.Opinion, RefusalKind.Invalid);
    private static readonly Refusal NotInSample = new("quality.not-in-sample", "这份文书不在抽查的样本里。", PetitionRegulations.Opinion);
    private static readonly Refusal Reviewed = new("quality.already-reviewed", "这份文书已经评查过。", PetitionRegulations.Opinion);

    public sealed record Request(
        [property: MaxLength(10, ErrorMessage = "最多10项。")] IReadOnlyList<string>? Codes = null,
        [property: StringLength(1000, ErrorMessage = "最多1000个字。")] string? Note = null);

    public sealed record Response(Guid DocumentId, int Defects, DateOnly ReviewedOn);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid documentId, Request request, CurrentCaller caller, CaseHandlingDb db, SampleSettings settings, PersonalData personal, LegalClock clock, CancellationToken ct)
    {
        if (await db.Documents.AsNoTracking().SingleOrDefaultAsync(document => document.Id == documentId, ct) is not { } document) return NotInSample.ToProblem();
        var (_, drawn) = await ListSamples.DrawAsync(db, settings, new(document.IssuedOn.Year, document.IssuedOn.Month, 1), ct);
        if (drawn.All(each => each.Id != documentId)) return NotInSample.ToProblem();
        if (await db.OpenAsync(document.PetitionId.Value, caller, ct) is not { } petition) return NotInSample.ToProblem();
        var codes = (request.Codes ?? []).Distinct(StringComparer.Ordinal).ToList();
        if (!codes.TrueForAll(Codes.ContainsKey)) return UnknownCode.ToProblem();
        if (await db.Samples.AnyAsync(review => review.DocumentId == documentId, ct)) return Reviewed.ToProblem();

        var now = clock.Now();
        await db.LockAsync(petition, ct);
        db.Add(new SampleReview
        {
            DocumentId = documentId,
            PetitionId = petition.Id,
            ReviewedBy = caller.Account,
            ReviewedOn = now.Date,
            Defects = codes.Count,
            Note = string.IsNullOrWhiteSpace(request.Note) ? null : personal.Encrypt(request.Note.Trim(), documentId),
        });
        foreach (var code in codes)
            Defect.Note(db, new()
            {
                Id = Guid.CreateVersion7(),
                PetitionId = petition.Id,
                Organ = document.Organ,
                Officer = petition.File.Draft?.By ?? petition.Officer?.Value ?? "",
                Code = code,
                Severity = nameof(Xinfang.Documents.Checks.Severity.Error),
                Count = 1,
                Source = DefectSource.Sample,
                DocumentId = documentId,
                FoundOn = now.Date,
            }, now);
        var digest = RecordChain.DigestOf(petition);
        var facts = new RecordFacts($"评查处理意见书，{(codes.Count == 0 ? "没有缺陷" : $"缺陷{codes.Count}项")}", JsonSerializer.SerializeToElement(new { codes }, MessageTypes.Json), null, null, null);
        await db.RecordAsync(new RecordDraft(petition.Id.Value, nameof(ReviewSample), caller.Account, caller.Organ, now.At,
            PetitionRegulations.Opinion.ToString(), JsonSerializer.Serialize(facts, MessageTypes.Json), digest, digest), ct);
        await db.ProposeSupervisionAsync(petition, new DefectsFound(codes), now, ct);
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(documentId, codes.Count, now.Date));
    }
}
