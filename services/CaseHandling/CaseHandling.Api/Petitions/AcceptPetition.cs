using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Domain;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>受理: POST /petitions/{id}/acceptance. Issues 受理告知书; the completion term runs.</summary>
internal static class AcceptPetition
{
    public sealed record Request(
        [property: StringLength(30, ErrorMessage = "最多30个字。")] string? ContactPhone = null,
        [property: StringLength(1000, ErrorMessage = "最多1000个字。")] string? Note = null);

    public sealed record Response(PetitionStatus Status, DateOnly AcceptedOn, bool NoticeInTime, DateOnly StrictDueOn, DateOnly DueOn, DocumentView Document);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request? request, CurrentCaller caller, HttpRequest http, CaseHandlingDb db, Dossiers dossiers, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.Accept(caller.Actor(), request?.ContactPhone, request?.Note, now).Refused(out var refusal, out var accepted))
            return refusal.ToProblem();

        var (notice, body) = AcceptanceNotice.Write(petition, accepted, await dossiers.ReadAsync(id, http, ct));
        await db.IssueAsync(notice, body, ct);
        await db.RecordAsync(petition, Act.Accept, caller.Actor(), now, accepted, ct, notice);
        db.Publish(id, new PetitionAccepted
        {
            PetitionId = id,
            Organ = petition.Organ,
            AcceptedAt = now.At,
            StrictDueOn = accepted.Answer.StrictDueOn,
            DueOn = accepted.Answer.DueOn,
            SimpleStrictDueOn = accepted.Simple?.StrictDueOn,
            SimpleDueOn = accepted.Simple?.DueOn,
            DocumentId = notice.Id,
            DocumentNumber = notice.Number,
        });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(
            petition.Status, accepted.On, accepted.NoticeInTime, accepted.Answer.StrictDueOn, accepted.Answer.DueOn, DocumentView.Of(notice)));
    }
}
