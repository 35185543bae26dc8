using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Desk;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Api.Progress;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>不予受理（同一事项正在办）: POST /petitions/{id}/link. Tells the petitioner where the matter is, who has it and until when (art. 19¶3).</summary>
internal static class LinkPetition
{
    public sealed record Request(string Number, string? Reason = null);

    public static async Task<IResult> Handle(
        Guid id, Request request, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await db.Petitions.FindAsync([new PetitionId(id)], ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();
        if (await db.HeldByAnotherAsync(id, caller, now.At, ct) is { } held) return held.ToProblem();

        var before = petition.Digest();
        var number = PetitionNumber.Read(request.Number);
        var running = await db.Petitions.SingleOrDefaultAsync(p => p.Number == number, ct);
        var dossier = await db.OpenDossierAsync(id, people, ct);
        var samePerson = running is not null && dossier is not null && (await db.RelatedAsync(petition, dossier, people, ct)).Any(other => other.Id == running.Id.Value);
        var until = running is null ? null : new Situation(running, await db.CaseFactsAsync(running, ct), now).HandledUntil;
        if (petition.Link(running, samePerson, until, request.Reason, caller.Account, now).Refused(out var refusal, out var answered)) return refusal.ToProblem();

        await using var transaction = await db.Database.BeginTransactionAsync(ct); // the notice's number and the notice
        var paper = db.IssueToPetitioner(people, petition, dossier, DocumentKind.Declination, LinkNotice.Title,
            await db.NextDocumentNumberAsync("不受", now.Date.Year, ct), now.At,
            LinkNotice.Paragraphs(petition, dossier, running!, until, request.Reason!.Trim()),
            [PetitionRegulations.HigherLevelBar], $"过了规定期限没有办的，您可以再向我们提出。电话{Names.OfficePhone}。");
        var answer = await Answering.FinishAsync(db, people, petition, before, answered, paper, request.Reason!, caller,
            new { running = running!.Id.Value, organ = running.Organ, number = paper.Number }, ct, running: running.Id);
        await transaction.CommitAsync(ct);
        db.Announce();
        return TypedResults.Ok(answer);
    }
}
