using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>办结: POST /petitions/{id}/completion</summary>
internal static class CompletePetition
{
    public sealed record Request([property: StringLength(5000, ErrorMessage = "最多5000个字。")] string? Result = null);

    public sealed record Response(PetitionStatus Status, DateOnly CompletedOn, bool InTime);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.Complete(caller.Actor(), request.Result ?? "", now).Refused(out var refusal, out var completed)) return refusal.ToProblem();

        await db.RecordAsync(petition, Act.Complete, caller.Actor(), now, completed, ct);
        db.Publish(id, new PetitionCompleted { PetitionId = id, Organ = petition.Organ, CompletedAt = now.At, InTime = completed.InTime });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, completed.On, completed.InTime));
    }
}
