using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.Outreach.Api.Activities;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Knowing;

/// <summary>采纳建议: POST /recommendations/{id}/adoption. Becomes a draft activity with the id the caller made; day, place and partner are settled there.</summary>
internal static class TakeRecommendation
{
    public sealed record Request(Guid ActivityId);

    public static async Task<Results<Ok<RecommendationView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (request.ActivityId.Version != 7) return Acting.NotVersion7();
        if (await db.RecommendationAsync(id, ct) is not { } found) return Readers.NotFound();
        if (found.ActivityId == request.ActivityId) return TypedResults.Ok(RecommendationView.Of(found, caller));
        var before = RecordChain.DigestOf(found);
        if (found.Take(request.ActivityId, caller, now.Date) is { } refusal) return refusal.ToProblem();

        var draft = Activity.Draft(request.ActivityId, id, $"{Organs.Find(found.Street)?.ShortName}：{RecommendationView.ThemeOf(found.Signal)}", found.Category, found.Forms, found.Street, [found.Audience]);
        db.Add(draft);
        await db.NoteAsync(id, "TakeRecommendation", caller, now, OutreachLaw.EachOrganTeaches, request, before, found, ct);
        await db.NoteAsync(draft.Id, "DraftActivity", caller, now, OutreachLaw.EachOrganTeaches, new { Recommendation = id }, null, draft, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(RecommendationView.Of(found, caller));
    }
}
