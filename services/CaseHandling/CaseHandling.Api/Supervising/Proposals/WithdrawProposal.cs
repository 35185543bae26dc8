using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Proposals;

/// <summary>不发出: POST /supervision/proposals/{proposal}/withdrawal.</summary>
internal static class WithdrawProposal
{
    public sealed record Request([property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Reason = null);

    public static async Task<Results<Ok<ProposalView>, ProblemHttpResult>> Handle(
        Guid proposal, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenFiledAsync(db.ProposalsFor(caller), proposal, ct) is not { } found) return Problems.NotFound();
        var (now, person) = (clock.Now(), caller.Person());

        if (found.Withdraw(person, request.Reason, now).Refused(out var refusal, out _)) return refusal.ToProblem();

        await db.CommitAsync(ct);
        return TypedResults.Ok(await ProposalView.OfAsync(found, db, caller, now, ct));
    }
}
