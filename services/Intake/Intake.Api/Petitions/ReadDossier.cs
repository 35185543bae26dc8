using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Attachments;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>
/// 信访材料: GET /petitions/{id}/dossier, for the organ that holds the petition now and nobody else. A sealed one is only ever
/// held by the disciplinary organ (the domain routes it nowhere else); each reading of it is recorded (art. 30).
/// </summary>
internal static class ReadDossier
{
    public sealed record SupplementView(int Number, DateTimeOffset At, string Text);

    public sealed record Response(
        Guid Id, string Number, string Subject, string Facts, IReadOnlyList<string> Claims, string? Street, string? Place, DateOnly? HappenedOn,
        MaskedPetitioner Petitioner, Channel Channel, DateOnly ReceivedOn, Category? Category, string? ContentCode, bool Urgent, bool Sealed,
        bool ElectronicService, int Round, string? Reason, string? Demand, IReadOnlyList<SupplementView> Supplements,
        IReadOnlyList<AttachmentView> Attachments);

    public static async Task<IResult> Handle(Guid id, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await db.Petitions.FindAsync([new PetitionId(id)], ct) is not { } petition) return Problems.NotFound();
        if (petition.Organ is null || petition.Organ != caller.Organ) return Problems.NotFound();

        var dossier = await db.AnyDossierAsync(petition, people, ct);
        if (petition.Sealed)
        {
            await db.RecordAsync(petition, petition.Digest(), "ReadSealed", caller.Account, caller.Organ, clock.Now().At, PetitionRegulations.Accusation,
                new { organ = caller.Organ }, ct);
            await db.SaveChangesAsync(ct);
        }
        return TypedResults.Ok(await ComposeAsync(db, petition, dossier, people, ct));
    }

    private static async Task<Response> ComposeAsync(IntakeDb db, Petition petition, DossierContent dossier, PersonalData people, CancellationToken ct)
    {
        var words = await db.RoutingWords.AsNoTracking().SingleAsync(w => w.PetitionId == petition.Id && w.Round == petition.Round, ct);
        var supplements = await db.Supplements.AsNoTracking().Where(s => s.PetitionId == petition.Id).OrderBy(s => s.Number).ToListAsync(ct);
        return new Response(
            petition.Id.Value, petition.Number, dossier.Subject, dossier.Facts, dossier.Claims, petition.Street, dossier.Place, dossier.HappenedOn,
            dossier.Masked(petition.Anonymous), petition.Channel, petition.ReceivedOn, petition.Category, petition.ContentCode, petition.Urgent, petition.Sealed,
            petition.ElectronicService, petition.Round, people.Decrypt(words.Reason, petition.Id.Value),
            words.Demand is { } demand ? people.Decrypt(demand, petition.Id.Value) : null,
            [.. supplements.Select(s => new SupplementView(s.Number, s.At, people.Decrypt(s.Text, petition.Id.Value)))],
            await db.AttachmentsAsync(petition.Id, people, ct));
    }
}
