using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>要求重新办理: POST /petitions/{id}/reopening, by the petitioner with the ticket of the petition, within the window for rating (art. 21).</summary>
internal static class ReopenPetition
{
    public sealed record Request([property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Reason = null);

    public sealed record Response(PetitionStatus Status, DateOnly ReopenedOn, DateOnly DueOn);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, HttpRequest http, PetitionTickets tickets, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (tickets.Read(http) is not { } ticket) return Problems.TicketRequired();
        if (ticket != id || await db.OpenAsync(db.Petitions, new PetitionId(id), ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.Reopen(Actor.Petitioner, request.Reason ?? "", now).Refused(out var refusal, out var reopened)) return refusal.ToProblem();

        await db.RecordAsync(petition, Act.Reopen, Actor.Petitioner, now, reopened, ct);
        db.Publish(id, new PetitionReopened
        {
            PetitionId = id,
            Organ = petition.Organ,
            ReopenedAt = now.At,
            StrictDueOn = reopened.Answer.StrictDueOn,
            DueOn = reopened.Answer.DueOn,
        });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, reopened.On, reopened.Answer.DueOn));
    }
}
