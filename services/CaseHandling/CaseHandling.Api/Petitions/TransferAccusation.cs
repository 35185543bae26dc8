using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>按管理权限移送: POST /petitions/{id}/accusation/transfer (art. 22 para. 2, 30).</summary>
internal static class TransferAccusation
{
    public sealed record Request(
        [property: StringLength(200, ErrorMessage = "最多200个字。")] string? Body = null,
        [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Reason = null);

    public sealed record Response(PetitionStatus Status, DateOnly On);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.TransferAccusation(caller.Actor(), request.Body ?? "", request.Reason ?? "", now).Refused(out var refusal, out var transferred)) return refusal.ToProblem();

        await db.RecordAsync(petition, Act.TransferAccusation, caller.Actor(), now, transferred, ct);
        db.Publish(id, new Contracts.CaseHandling.V1.AccusationTransferred { PetitionId = id, Organ = petition.Organ, Sealed = true, TransferredAt = now.At });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, transferred.On));
    }
}
