using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Knowing;

/// <summary>不采纳, with the reason: POST /recommendations/{id}/dropping.</summary>
internal static class DropRecommendation
{
    public sealed record Request([property: Required(ErrorMessage = "请写为什么不采纳。"), StringLength(500, ErrorMessage = "最多500个字。")] string Reason);

    public static async Task<Results<Ok<RecommendationView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (await db.RecommendationAsync(id, ct) is not { } found) return Readers.NotFound();
        var before = RecordChain.DigestOf(found);
        if (found.Drop(request.Reason, caller, now.Date) is { } refusal) return refusal.ToProblem();

        await db.NoteAsync(id, "DropRecommendation", caller, now, OutreachLaw.EachOrganTeaches, request, before, found, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(RecommendationView.Of(found, caller));
    }
}
