using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Supervisions;

/// <summary>督办, with its letter: GET /supervision/supervisions/{supervision}.</summary>
internal static class GetSupervision
{
    public static async Task<Results<Ok<SupervisionView>, ProblemHttpResult>> Handle(
        Guid supervision, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct) =>
        await db.OpenFiledAsync(db.SupervisionsFor(caller), supervision, ct) is { } found
            ? TypedResults.Ok(SupervisionView.Of(found, await db.NumberOfAsync(found.PetitionId, ct), caller, clock.Now()))
            : Problems.NotFound();
}
