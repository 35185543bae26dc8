using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>终止办理: POST /petitions/{id}/termination, by the head.</summary>
internal static class TerminatePetition
{
    public sealed record Request(
        TerminationGround Ground,
        [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Reason = null);

    public sealed record Response(PetitionStatus Status, DateOnly TerminatedOn, DocumentView Document);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, HttpRequest http, CaseHandlingDb db, Dossiers dossiers, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.Terminate(caller.Actor(), request.Ground, request.Reason ?? "", now).Refused(out var refusal, out var terminated)) return refusal.ToProblem();

        var (notice, body) = TerminationPaper.Write(petition, terminated, await dossiers.ReadAsync(id, http, ct));
        await db.IssueAsync(notice, body, ct);
        await db.RecordAsync(petition, Act.Terminate, caller.Actor(), now, terminated, ct, notice);
        db.Publish(id, new Contracts.CaseHandling.V1.PetitionTerminated { PetitionId = id, Organ = petition.Organ, Ground = terminated.Ground.ToString(), TerminatedAt = now.At, DocumentId = notice.Id, DocumentNumber = notice.Number });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, terminated.On, DocumentView.Of(notice)));
    }
}
