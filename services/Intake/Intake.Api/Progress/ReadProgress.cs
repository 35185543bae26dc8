using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Attachments;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Progress;

/// <summary>进度: GET /progress, with the petitioner's ticket.</summary>
internal static class ReadProgress
{
    public static async Task<IResult> Handle(
        HttpRequest request, HttpResponse response, PetitionTickets tickets, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await tickets.PetitionAsync(request, db, ct) is not { } petition) return Problems.TicketRequired();

        var dossier = await db.AnyDossierAsync(petition, people, ct);
        var facts = await db.CaseFactsAsync(petition, ct);
        var supplements = await db.Supplements.AsNoTracking().Where(s => s.PetitionId == petition.Id).OrderBy(s => s.Number)
            .Select(s => new SupplementTold(s.Number, s.At)).ToListAsync(ct);
        var rating = await db.Ratings.AsNoTracking().Where(r => r.PetitionId == petition.Id)
            .Select(r => new RatingTold(r.Organ, r.Office, r.OrganScore, r.At)).SingleOrDefaultAsync(ct);

        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(Story.Tell(
            new Situation(petition, facts, clock.Now()), dossier.Subject, await RoutingsAsync(db, petition, people, ct), supplements, rating,
            await db.ListDocumentsAsync(petition, forPetitioner: true, ct), await OwnTold.ReadAsync(db, petition, people, ct))
            with { Attachments = await db.AttachmentsAsync(petition.Id, people, ct) });
    }

    private static async Task<IReadOnlyList<RoutingTold>> RoutingsAsync(IntakeDb db, Petition petition, PersonalData people, CancellationToken ct) =>
        [
            .. (await db.RoutingWords.AsNoTracking().Where(w => w.PetitionId == petition.Id).ToListAsync(ct)).Select(w => new RoutingTold(
                w.Round, petition.Sealed ? null : people.Decrypt(w.Reason, petition.Id.Value), w.NoticeId)),
        ];
}
