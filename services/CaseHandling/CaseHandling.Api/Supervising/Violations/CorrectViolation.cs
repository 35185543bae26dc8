using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Violations;

/// <summary>记录改正, by the head of the office: POST /supervision/violations/{violation}/correction.</summary>
internal static class CorrectViolation
{
    public sealed record Request([property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Text = null);

    public static async Task<Results<Ok<ViolationView>, ProblemHttpResult>> Handle(
        Guid violation, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenFiledAsync(db.ViolationsFor(caller), violation, ct) is not { } found) return Problems.NotFound();
        var now = clock.Now();

        if (found.Correct(caller.Person(), request.Text, now).Refused(out var refusal, out _)) return refusal.ToProblem();

        await db.CommitAsync(ct);
        return TypedResults.Ok(ViolationView.Of(found, await db.NumberOfAsync(found.PetitionId, ct), caller, now));
    }
}
