using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>开始调解、和解: POST /petitions/{id}/mediation (art. 33).</summary>
internal static class MediatePetition
{
    public sealed record Request(
        [property: StringLength(200, ErrorMessage = "最多200个字。")] string? Mediator = null);

    public sealed record Response(PetitionStatus Status, MediationKind Kind);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.Mediate(caller.Actor(), request.Mediator, now).Refused(out var refusal, out var started)) return refusal.ToProblem();

        await db.RecordAsync(petition, Act.Mediate, caller.Actor(), now, started, ct);
        db.Publish(id, new Contracts.CaseHandling.V1.MediationStarted { PetitionId = id, Organ = petition.Organ, Kind = started.Kind.ToString(), StartedAt = now.At });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, started.Kind));
    }
}
