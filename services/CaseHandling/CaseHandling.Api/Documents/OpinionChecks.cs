using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.CaseHandling.Domain;
using Xinfang.Documents.Checks;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.CaseHandling.Api.Documents;

/// <summary>The fingerprint of an answer that was issued, to find near copies by; no word can be read back from it.</summary>
internal sealed class ReplySketch
{
    public required Guid DocumentId { get; init; }
    public required PetitionId PetitionId { get; init; }
    public required string Organ { get; init; }
    public required byte[] Sketch { get; init; }
}

internal sealed class ReplySketchMapping : IEntityTypeConfiguration<ReplySketch>
{
    public void Configure(EntityTypeBuilder<ReplySketch> builder)
    {
        builder.ToTable("reply_sketch").HasKey(sketch => sketch.DocumentId);
        builder.HasIndex(sketch => new { sketch.Organ, sketch.DocumentId });
    }
}

/// <summary>A finding on the wire.</summary>
internal sealed record FindingView(string Rule, Severity Severity, int Paragraph, string Where, int Offset, string Excerpt, string Message, bool Answered);

/// <summary>文书检查 of the opinion as it would be issued: what the linter is told, and what its findings mean for the signature.</summary>
internal static class OpinionChecks
{
    /// <summary>How many earlier answers of the organ a new one is compared with.</summary>
    private const int Compared = 500;

    public static async Task<IReadOnlyList<Finding>> CheckAsync(
        this CaseHandlingDb db, Petition petition, OpinionText text, Dossier? dossier, Moment now, CancellationToken ct)
    {
        var documents = await db.DocumentsOfAsync(petition.Id, ct);
        var (_, body) = HandlingOpinion.Write(petition, text, now.Date, dossier, Organs.ReviewBodyOf(petition.Organ), documents);
        return Linter.Check(Subject(petition, text, body, documents, now, await EarlierAsync(db, petition, ct)));
    }

    /// <summary>For the page.</summary>
    public static IReadOnlyList<FindingView> View(this IReadOnlyList<Finding> findings, OpinionText text) =>
        [.. findings.Select(found => new FindingView(found.Rule, found.Severity, found.Paragraph, found.Where, found.Offset, found.Excerpt, found.Message, text.Answers.Any(answer => answer.Rule == found.Rule)))];

    /// <summary>The refusal with every finding it rests on, by paragraph.</summary>
    public static ProblemHttpResult ToProblem(this IReadOnlyList<Finding> findings, Refusal refusal, OpinionText text)
    {
        var problem = refusal.ToProblem();
        problem.ProblemDetails.Extensions["findings"] = findings.View(text);
        return problem;
    }

    /// <summary>Why the findings stand in the way: an error always, a warning until it is answered.</summary>
    public static Refusal? Refuses(this IReadOnlyList<Finding> findings, OpinionText text)
    {
        if (findings.Count(found => found.Severity is Severity.Error) is > 0 and var errors) return Refusals.OpinionBlocked(errors);
        return findings.Count(found => found.Severity is Severity.Warning && !text.Answers.Any(answer => answer.Rule == found.Rule)) is > 0 and var warnings
            ? Refusals.WarningsUnanswered(warnings)
            : null;
    }

    /// <summary>Of what the officer wrote; null when it is too short to be compared.</summary>
    public static ReplySketch? SketchOf(Document document, OpinionText text) =>
        Sketch.Of([text.Facts, .. text.Claims.Select(claim => claim.Reason ?? "")]) is { } sketch
            ? new() { DocumentId = document.Id, PetitionId = document.PetitionId, Organ = document.Organ, Sketch = sketch.ToBytes() }
            : null;

    private static CheckedDocument Subject(
        Petition petition, OpinionText text, DocumentBody body, IReadOnlyList<Document> documents, Moment now, IReadOnlyList<Sketch> earlier) => new()
    {
        Form = petition.Category is Category.Suggestion ? DocumentForm.Reply : DocumentForm.Opinion,
        Paragraphs = [.. body.Paragraphs.Select(paragraph => new CheckedParagraph(paragraph.Text, paragraph.Role, paragraph.Heading))],
        Today = now.Date,
        Issuer = Letters.NameOf(petition.Organ),
        Addressee = $"{body.Addressee}：",
        Title = petition.Category is Category.Suggestion ? "建议答复书" : "信访事项处理意见书",
        Days = Days(petition, now),
        Claims = [.. text.Claims.Select(claim => new CheckedClaim(claim.Number, claim.Outcome is not null, claim.Reason, claim.Basis))],
        ReviewBody = Organs.ReviewBodyOf(petition.Organ)?.Name,
        OwnNumbers = documents.Select(document => document.Number).Append(petition.Number ?? "").ToHashSet(StringComparer.Ordinal),
        NumberPrefix = Organs.Find(petition.Organ) is { } organ ? $"{organ.DocumentCode}信" : null,
        OwnPhones = new HashSet<string> { petition.File.ContactPhone ?? "" },
        Earlier = earlier,
    };

    private static List<(string What, DateOnly On)> Days(Petition petition, Moment now)
    {
        List<(string, DateOnly)> days = [("收到", petition.ReceivedOn)];
        if (petition.AcceptedOn is { } accepted) days.Add(("受理", accepted));
        days.Add(("作出", now.Date));
        return days;
    }

    private static async Task<IReadOnlyList<Sketch>> EarlierAsync(CaseHandlingDb db, Petition petition, CancellationToken ct)
    {
        var rows = await db.Sketches.AsNoTracking().Where(sketch => sketch.Organ == petition.Organ && sketch.PetitionId != petition.Id)
            .OrderByDescending(sketch => sketch.DocumentId).Take(Compared).Select(sketch => sketch.Sketch).ToListAsync(ct);
        return [.. rows.Select(bytes => Sketch.From(bytes))];
    }
}
