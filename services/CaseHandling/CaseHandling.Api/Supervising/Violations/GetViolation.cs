using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Violations;

/// <summary>违规记录: GET /supervision/violations/{violation}.</summary>
internal static class GetViolation
{
    public static async Task<Results<Ok<ViolationView>, ProblemHttpResult>> Handle(
        Guid violation, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct) =>
        await db.OpenFiledAsync(db.ViolationsFor(caller), violation, ct) is { } found
            ? TypedResults.Ok(ViolationView.Of(found, await db.NumberOfAsync(found.PetitionId, ct), caller, clock.Now()))
            : Problems.NotFound();
}
