using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>取消听证: POST /petitions/{id}/hearings/cancellation</summary>
internal static class CancelHearing
{
    public sealed record Request(
        [property: StringLength(1000, ErrorMessage = "最多1000个字。")] string? Reason = null);

    public sealed record Response(PetitionStatus Status, DateOnly HeldOn);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.CancelHearing(caller.Actor(), request.Reason ?? "", now).Refused(out var refusal, out var cancelled)) return refusal.ToProblem();

        await db.RecordAsync(petition, Act.CancelHearing, caller.Actor(), now, cancelled, ct);
        db.Publish(id, new Contracts.CaseHandling.V1.HearingCancelled { PetitionId = id, Organ = petition.Organ, HeldOn = cancelled.HeldOn, CancelledAt = now.At });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, cancelled.HeldOn));
    }
}
