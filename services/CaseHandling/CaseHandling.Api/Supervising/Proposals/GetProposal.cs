using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Proposals;

/// <summary>建议 in full: GET /supervision/proposals/{proposal}.</summary>
internal static class GetProposal
{
    public static async Task<Results<Ok<ProposalView>, ProblemHttpResult>> Handle(
        Guid proposal, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct) =>
        await db.OpenFiledAsync(db.ProposalsFor(caller), proposal, ct) is { } found
            ? TypedResults.Ok(await ProposalView.OfAsync(found, db, caller, clock.Now(), ct))
            : Problems.NotFound();
}
