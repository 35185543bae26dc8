using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>核实异议: POST /petitions/{id}/contestation/decision, by the head of the office. Agreed, Intake routes again on the event.</summary>
internal static class DecideContestation
{
    public sealed record Request(bool Agreed, [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Reason = null);

    public sealed record Response(PetitionStatus Status, bool Agreed, int Round);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.DecideContestation(caller.Actor(), request.Agreed, request.Reason ?? "", now).Refused(out var refusal, out var decided))
            return refusal.ToProblem();

        await db.RecordAsync(petition, Act.DecideContestation, caller.Actor(), now, decided, ct);
        db.Publish(id, new Contracts.CaseHandling.V1.ContestationDecided
        {
            PetitionId = id,
            Organ = decided.Organ,
            Round = decided.Round,
            Agreed = decided.Agreed,
            DecidedAt = now.At,
            ProposedOrgan = decided.ProposedOrgan,
        });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, decided.Agreed, decided.Round));
    }
}
