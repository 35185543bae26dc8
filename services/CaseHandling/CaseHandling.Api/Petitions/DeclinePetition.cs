using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Domain;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>不予受理: POST /petitions/{id}/declination. Issues the notice that names the right road.</summary>
internal static class DeclinePetition
{
    public sealed record Request(
        Road? Road = null,
        [property: StringLength(200, ErrorMessage = "最多200个字。")] string? Body = null,
        [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Reason = null,
        DateOnly? Until = null);

    public sealed record Response(PetitionStatus Status, DateOnly DeclinedOn, Road Road, DocumentView Document);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, HttpRequest http, CaseHandlingDb db, Dossiers dossiers, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.Refuses(Act.Decline, caller.Actor(), now) is { } closed) return closed.ToProblem();
        if (request.Road is not { } road) return Refusals.DeclinedWithoutRoad.ToProblem();
        var declination = new Declination(road, request.Body ?? "", request.Reason ?? "", request.Until);
        if (petition.Decline(caller.Actor(), declination, now).Refused(out var refusal, out var declined)) return refusal.ToProblem();

        var (notice, body) = DeclinationNotice.Write(petition, declined, await dossiers.ReadAsync(id, http, ct));
        await db.IssueAsync(notice, body, ct);
        await db.RecordAsync(petition, Act.Decline, caller.Actor(), now, declined, ct, notice);
        db.Publish(id, new PetitionDeclined
        {
            PetitionId = id,
            Organ = petition.Organ,
            DeclinedAt = now.At,
            Road = declined.Road.ToString(),
            Until = declined.Until,
            DocumentId = notice.Id,
            DocumentNumber = notice.Number,
        });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, declined.On, declined.Road, DocumentView.Of(notice)));
    }
}
