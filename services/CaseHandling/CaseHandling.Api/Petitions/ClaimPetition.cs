using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>认领: POST /petitions/{id}/claim</summary>
internal static class ClaimPetition
{
    public sealed record Response(PetitionStatus Status, string Officer);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.Claim(caller.Actor()).Refused(out var refusal, out var claimed)) return refusal.ToProblem();

        await db.RecordAsync(petition, Act.Claim, caller.Actor(), now, claimed, ct);
        db.Publish(id, new PetitionClaimed { PetitionId = id, Organ = petition.Organ, ClaimedAt = now.At });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, claimed.By));
    }
}
