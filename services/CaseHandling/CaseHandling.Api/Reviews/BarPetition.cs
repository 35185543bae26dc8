using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Reviews;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Reviews;

/// <summary>不再受理: POST /petitions/{id}/bar, by the head, against the recheck opinion of an earlier petition with the same facts and reasons.</summary>
internal static class BarPetition
{
    public sealed record Request(
        [property: StringLength(40, ErrorMessage = "最多40个字。")] string? EarlierNumber = null,
        bool SamePetitioner = false, bool SameFacts = false, bool SameReasons = false,
        [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Note = null);

    public sealed record Response(PetitionStatus Status, DateOnly BarredOn, DocumentView Document);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, HttpRequest http, CaseHandlingDb db, Dossiers dossiers, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        var ended = await db.EndedAsync(request.EarlierNumber, ct);
        if (petition.Bar(caller.Actor(), new(request.SamePetitioner, request.SameFacts, request.SameReasons, request.Note ?? ""), ended, now).Refused(out var refusal, out var barred))
            return refusal.ToProblem();

        var care = await db.OpenCareAsync(new(barred.Earlier), ct);
        var (notice, body) = ReviewLetters.Barring(petition, barred, Letters.Addressee(await dossiers.ReadAsync(id, http, ct)), care?.File);
        await db.IssueAsync(notice, body, ct);
        await db.RecordAsync(petition, Act.Bar, caller.Actor(), now, barred, ct, notice);
        db.Publish(id, new PetitionBarred
        {
            PetitionId = id,
            Organ = petition.Organ,
            BarredAt = now.At,
            EarlierPetitionId = barred.Earlier,
            DocumentId = notice.Id,
            DocumentNumber = notice.Number,
        });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, barred.On, DocumentView.Of(notice)));
    }
}

/// <summary>关联前件: POST /petitions/{id}/earlier; there is something new, the petition goes on as a new one.</summary>
internal static class LinkEarlier
{
    public sealed record Request(
        [property: StringLength(40, ErrorMessage = "最多40个字。")] string? EarlierNumber = null,
        bool SamePetitioner = false, bool SameFacts = false, bool SameReasons = false,
        [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Note = null);

    public sealed record Response(PetitionStatus Status, Guid EarlierPetitionId);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        var comparison = new Comparison(request.SamePetitioner, request.SameFacts, request.SameReasons, request.Note ?? "");
        if (petition.LinkEarlier(caller.Actor(), comparison, await db.EndedAsync(request.EarlierNumber, ct), now).Refused(out var refusal, out var linked)) return refusal.ToProblem();

        await db.RecordAsync(petition, Act.LinkEarlier, caller.Actor(), now, linked, ct);
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, linked.Earlier));
    }
}

/// <summary>写明新情况: POST /petitions/{id}/news, when a redo comes to the same result.</summary>
internal static class StateNews
{
    public sealed record Request([property: StringLength(3000, ErrorMessage = "最多3000个字。")] string? WhatIsNew = null);

    public sealed record Response(PetitionStatus Status);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();

        if (petition.StateNews(caller.Actor(), request.WhatIsNew ?? "").Refused(out var refusal, out var stated)) return refusal.ToProblem();

        await db.RecordAsync(petition, Act.StateNews, caller.Actor(), clock.Now(), stated, ct);
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status));
    }
}

/// <summary>Finding petitions by their number, for people who have it on paper.</summary>
internal static class ByNumber
{
    /// <summary>A redress petition by its number, for an act that takes its turn; accusations have none here.</summary>
    public static async Task<Petition?> OpenByNumberAsync(this CaseHandlingDb db, string number, CancellationToken ct)
    {
        var found = number.Length == 0 ? null : await db.Petitions.AsNoTracking()
            .Where(petition => petition.Number == number && petition.Category == Category.Redress).Select(petition => (Guid?)petition.Id.Value).FirstOrDefaultAsync(ct);
        if (found is not { } id) return null;
        await db.LockForActAsync(id, ct);
        return await db.OpenAsync(db.Petitions, new PetitionId(id), ct);
    }

    /// <summary>The served recheck opinion that ended the petition of that number, or null.</summary>
    public static async Task<FinalOpinion?> EndedAsync(this CaseHandlingDb db, string? number, CancellationToken ct)
    {
        if (number?.Trim() is not { Length: > 0 } wanted) return null;
        var last = await db.Reviews.AsNoTracking()
            .Where(review => review.Number == wanted && review.Level == ReviewLevel.Recheck && review.Status == ReviewStatus.Served && review.Outcome != ReviewOutcome.RevokeAndRedo)
            .OrderByDescending(review => review.ServedOn).FirstOrDefaultAsync(ct);
        return last is { IssuedId: { } document, IssuedNumber: { } issued, ServedOn: { } servedOn } ? new(last.PetitionId, wanted, document, issued, servedOn) : null;
    }

    /// <summary>Whom the reviewing body writes to: as the opinion under attack has it, masked.</summary>
    public static async Task<string> AddresseeOfAsync(this CaseHandlingDb db, Review review, CancellationToken ct) =>
        await db.Documents.FindAsync([review.OpinionId], ct) is { } opinion ? db.BodyOf(opinion).Addressee : "信访人";
}
