using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>受理检举控告: POST /petitions/{id}/accusation/reception, at the disciplinary organ (art. 30).</summary>
internal static class ReceiveAccusation
{
    public sealed record Response(PetitionStatus Status, DateOnly On);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.ReceiveAccusation(caller.Actor(), now).Refused(out var refusal, out var received)) return refusal.ToProblem();

        await db.RecordAsync(petition, Act.ReceiveAccusation, caller.Actor(), now, received, ct);
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, received.On));
    }
}
