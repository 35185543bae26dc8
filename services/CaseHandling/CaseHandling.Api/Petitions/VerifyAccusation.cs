using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>记下初步核实: POST /petitions/{id}/accusation/verification. What was found stays here (art. 30).</summary>
internal static class VerifyAccusation
{
    public sealed record Request(
        Verification Finding,
        [property: StringLength(10000, ErrorMessage = "最多10000个字。")] string? Summary = null);

    public sealed record Response(PetitionStatus Status, DateOnly On);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.VerifyAccusation(caller.Actor(), request.Finding, request.Summary ?? "", now).Refused(out var refusal, out var verified)) return refusal.ToProblem();

        await db.RecordAsync(petition, Act.VerifyAccusation, caller.Actor(), now, verified, ct);
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, verified.On));
    }
}
