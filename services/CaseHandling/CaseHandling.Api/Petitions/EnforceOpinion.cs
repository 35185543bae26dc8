using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>记下落实: POST /petitions/{id}/enforcement (art. 32 para. 2).</summary>
internal static class EnforceOpinion
{
    public sealed record Request(
        int Item,
        DateOnly DoneOn,
        [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Evidence = null);

    public sealed record Response(PetitionStatus Status, int Item, DateOnly DoneOn, bool InTime, int Left);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.Enforce(caller.Actor(), request.Item, request.DoneOn, request.Evidence ?? "", now).Refused(out var refusal, out var done)) return refusal.ToProblem();

        await db.RecordAsync(petition, Act.Enforce, caller.Actor(), now, done, ct);
        db.Publish(id, new Contracts.CaseHandling.V1.EnforcementDone { PetitionId = id, Organ = petition.Organ, Item = done.Number, Claim = done.Claim, DoneOn = done.DoneOn, InTime = done.InTime, Left = done.Left });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, done.Number, done.DoneOn, done.InTime, done.Left));
    }
}
