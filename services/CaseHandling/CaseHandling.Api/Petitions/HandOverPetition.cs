using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>移交承办人: POST /petitions/{id}/hand-over. The first handler stays.</summary>
internal static class HandOverPetition
{
    public sealed record Request(
        [property: StringLength(100, ErrorMessage = "最多100个字。")] string? Officer = null,
        [property: StringLength(1000, ErrorMessage = "最多1000个字。")] string? Reason = null);

    public sealed record Response(PetitionStatus Status, string Officer, string? FirstHandler);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.HandOver(caller.Actor(), new((request.Officer ?? "").Trim()), request.Reason ?? "", now).Refused(out var refusal, out var handedOver)) return refusal.ToProblem();

        await db.RecordAsync(petition, Act.HandOver, caller.Actor(), now, handedOver, ct);
        db.Publish(id, new Contracts.CaseHandling.V1.PetitionHandedOver { PetitionId = id, Organ = petition.Organ, HandedOverAt = now.At });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, handedOver.To, petition.FirstHandler?.Value));
    }
}
