using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>反馈结果: POST /petitions/{id}/accusation/result. That it was told, never what (art. 30).</summary>
internal static class TellAccusationResult
{
    public sealed record Request(
        DateOnly On,
        [property: StringLength(1000, ErrorMessage = "最多1000个字。")] string? Note = null);

    public sealed record Response(PetitionStatus Status, DateOnly On);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.TellResult(caller.Actor(), request.On, request.Note ?? "", now).Refused(out var refusal, out var told)) return refusal.ToProblem();

        await db.RecordAsync(petition, Act.TellResult, caller.Actor(), now, told, ct);
        db.Publish(id, new Contracts.CaseHandling.V1.AccusationResultTold { PetitionId = id, Organ = petition.Organ, Sealed = true, ToldAt = now.At });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, told.On));
    }
}
