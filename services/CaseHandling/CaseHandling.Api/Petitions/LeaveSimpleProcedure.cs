using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>转为普通程序: POST /petitions/{id}/simple-procedure/end. The ordinary terms keep their dates (C-08).</summary>
internal static class LeaveSimpleProcedure
{
    public sealed record Request(
        [property: StringLength(1000, ErrorMessage = "最多1000个字。")] string? Reason = null);

    public sealed record Response(PetitionStatus Status, DateOnly? DueOn);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.LeaveSimple(caller.Actor(), request.Reason ?? "", now).Refused(out var refusal, out var left)) return refusal.ToProblem();

        await db.RecordAsync(petition, Act.LeaveSimple, caller.Actor(), now, left, ct);
        db.Publish(id, new Contracts.CaseHandling.V1.SimpleProcedureLeft { PetitionId = id, Organ = petition.Organ, EndedAt = now.At });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, left.Answer?.DueOn));
    }
}
