using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>记下采纳措施落实: POST /petitions/{id}/answer/measure (art. 29).</summary>
internal static class CarryOutAdoption
{
    public sealed record Request(
        DateOnly DoneOn,
        [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Result = null);

    public sealed record Response(PetitionStatus Status, DateOnly DoneOn, bool InTime);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.CarryOutAdoption(caller.Actor(), request.DoneOn, request.Result ?? "", now).Refused(out var refusal, out var done)) return refusal.ToProblem();

        await db.RecordAsync(petition, Act.CarryOutAdoption, caller.Actor(), now, done, ct);
        db.Publish(id, new Contracts.CaseHandling.V1.AdoptionCarriedOut { PetitionId = id, Organ = petition.Organ, DoneOn = done.DoneOn, InTime = done.InTime });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, done.DoneOn, done.InTime));
    }
}
