using Xinfang.Contracts.Intake.V1;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Progress;

/// <summary>撤回: POST /progress/withdrawal, the petitioner's own act (D-20). Staff have no such act.</summary>
internal static class WithdrawPetition
{
    public sealed record Request(bool Confirmed = false, string? Reason = null);

    public sealed record Response(DateTimeOffset WithdrawnAt, Guid DocumentId);

    private static readonly Refusal ReasonTooLong = new("withdrawal.reason", "理由可以不写，最多500个字。", PetitionRegulations.Form, RefusalKind.Invalid);

    public static async Task<IResult> Handle(
        Request request, HttpContext http, PetitionTickets tickets, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await tickets.PetitionAsync(http.Request, db, ct) is not { } petition) return Problems.TicketRequired();
        if (request.Reason?.Length > 500) return ReasonTooLong.ToProblem();

        var (now, before) = (clock.Now(), petition.Digest());
        var situation = new Situation(petition, await db.CaseFactsAsync(petition, ct), now);
        if (petition.Withdraw(situation.Decided is not null || situation.Declined is not null, request.Confirmed, now).Refused(out var refusal, out var withdrawn)) return refusal.ToProblem();

        var dossier = await db.AnyDossierAsync(petition, people, ct);
        var paper = db.IssueToPetitioner(people, petition, dossier, DocumentKind.Withdrawal, "撤回确认书", null, now.At,
            [
                Papers.Opening(petition, dossier),
                new("撤回", $"{ChineseDates.WithYear(now.Date)}，您在网上用查询码撤回了这件信访，并确认是自己愿意的，没有人要求您撤回。"),
                new("撤回以后", "这件信访不再办理。有新的事实和理由，可以再提出。"),
                new("不是您本人撤回的", $"请马上打{Names.OfficePhone}。"),
            ],
            [PetitionRegulations.Form]);
        db.Withdrawals.Add(new Withdrawal
        {
            PetitionId = petition.Id,
            At = now.At,
            DocumentId = paper.Id,
            Reason = string.IsNullOrWhiteSpace(request.Reason) ? null : people.Encrypt(request.Reason.Trim(), petition.Id.Value),
        });
        await db.RecordAsync(petition, before, "Withdraw", Recording.Petitioner, "", now.At, Flow.Basis(Act.Withdraw), new { organ = withdrawn.Organ, document = paper.Id }, ct);
        db.Publish(petition.Id.Value, new PetitionWithdrawn { PetitionId = petition.Id.Value, Organ = withdrawn.Organ, WithdrawnAt = now.At, DocumentId = paper.Id });
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(now.At, paper.Id));
    }
}
