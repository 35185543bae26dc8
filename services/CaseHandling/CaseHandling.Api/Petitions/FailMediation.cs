using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>调解不成: POST /petitions/{id}/mediation/failure. Back to handling (art. 33).</summary>
internal static class FailMediation
{
    public sealed record Request(
        [property: StringLength(1000, ErrorMessage = "最多1000个字。")] string? Reason = null);

    public sealed record Response(PetitionStatus Status, DateOnly DueOn);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.FailMediation(caller.Actor(), request.Reason ?? "", now).Refused(out var refusal, out var failed)) return refusal.ToProblem();

        await db.RecordAsync(petition, Act.FailMediation, caller.Actor(), now, failed, ct);
        db.Publish(id, new Contracts.CaseHandling.V1.MediationFailed { PetitionId = id, Organ = petition.Organ, Kind = failed.Kind.ToString(), FailedAt = now.At });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, failed.Answer.DueOn));
    }
}
