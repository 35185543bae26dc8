using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Domain;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>提出异议: POST /petitions/{id}/contestation, within 5 working days of receipt.</summary>
internal static class ContestAssignment
{
    public sealed record Request([property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Reason = null, string? ProposedOrgan = null);

    public sealed record Response(PetitionStatus Status, int Round);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var (now, proposed) = (clock.Now(), string.IsNullOrWhiteSpace(request.ProposedOrgan) ? null : request.ProposedOrgan);

        if (petition.Contest(caller.Actor(), request.Reason ?? "", proposed, now).Refused(out var refusal, out var contested)) return refusal.ToProblem();
        if (proposed is not null && !Organs.Routable.Any(organ => organ.Code == proposed)) return Refusals.ContestForUnknownOrgan.ToProblem();

        var (letter, body) = ContestationPaper.Write(petition, now.Date);
        await db.IssueAsync(letter, body, ct);
        await db.RecordAsync(petition, Act.Contest, caller.Actor(), now, contested, ct, letter);
        db.Publish(id, new AssignmentContested
        {
            PetitionId = id,
            Organ = petition.Organ,
            Round = contested.Round,
            ContestedAt = now.At,
            ProposedOrgan = proposed,
        });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, contested.Round));
    }
}
