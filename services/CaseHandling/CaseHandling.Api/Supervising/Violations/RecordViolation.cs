using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Violations;

/// <summary>记录违规 that a supervisor has found: PUT /supervision/violations/{violation}. Those a fact shows are recorded by themselves.</summary>
internal static class RecordViolation
{
    public sealed record Request(
        Guid PetitionId,
        [property: StringLength(10, ErrorMessage = "没有这个代码。")] string Code,
        [property: StringLength(20, ErrorMessage = "没有这个单位。")] string? Organ = null,
        [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Finding = null);

    public static async Task<Results<Ok<ViolationView>, ProblemHttpResult>> Handle(
        Guid violation, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        var (now, person) = (clock.Now(), caller.Person());
        if (Violation.Flow.Refuses(ViolationAct.Record, null, person.Capacity) is { } forbidden) return forbidden.ToProblem();
        if (violation.Version != 7) return CreatedIds.Invalid();
        if (await db.OpenAsync(request.PetitionId, caller, ct) is not { } petition) return Problems.NotFound();
        if (await db.OpenFiledAsync(db.ViolationsFor(caller), violation, ct) is { } known) return TypedResults.Ok(ViolationView.Of(known, petition.Number, caller, now));
        if (request.Organ is { } organ && Organs.Find(organ) is null) return Problems.Invalid(new Dictionary<string, string[]> { ["organ"] = ["没有这个单位，请从名单里选。"] });

        if (Violation.Record(violation, petition, request.Code, request.Organ ?? petition.Organ, "Found", request.Finding, person, now).Refused(out var refusal, out var recorded))
            return refusal.ToProblem();

        db.Add(recorded);
        await db.CommitAsync(ct);
        return TypedResults.Ok(ViolationView.Of(recorded, petition.Number, caller, now));
    }
}
