using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>
/// Intake's part of a petition's bundle: GET /petitions/{id}/evidence. The state its digest is of, the record with its hashes, the dossier (masked), the
/// documents and the term. For the office, and for the organ that holds the petition now; a sealed one for the disciplinary organ alone (art. 30).
/// </summary>
internal static class ReadEvidence
{
    public static async Task<IResult> Handle(Guid id, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await db.Petitions.FindAsync([new PetitionId(id)], ct) is not { } petition) return Problems.NotFound();
        var office = caller.Organ == Organs.Office && (caller.Has(Duty.Register) || caller.Has(Duty.Oversee) || caller.Has(Duty.Supervise) || caller.Has(Duty.Audit));
        if (office ? petition.Sealed : petition.Organ is null || petition.Organ != caller.Organ) return Problems.NotFound();

        var now = clock.Now();
        if (petition.Sealed)
        {
            await db.RecordAsync(petition, petition.Digest(), "ReadSealed", caller.Account, caller.Organ, now.At, PetitionRegulations.Accusation, new { organ = caller.Organ }, ct);
            await db.SaveChangesAsync(ct);
        }
        var dossier = await db.AnyDossierAsync(petition, people, ct);
        var entries = await db.Record.AsNoTracking().Where(entry => entry.PetitionId == id).OrderBy(entry => entry.Seq).ToListAsync(ct);
        List<DocumentContent> documents = [];
        foreach (var listed in await db.ListDocumentsAsync(petition, forPetitioner: false, ct))
            if (await db.ReadDocumentAsync(petition, listed.Id, forPetitioner: false, people, now, ct) is { } document) documents.Add(document);
        var evidence = new
        {
            PetitionId = id,
            State = JsonSerializer.Serialize(petition.State, MessageTypes.Json), // as a text: its hash is the digest of the last entry
            Record = entries.Select(e => new
            {
                e.Seq, e.Act, e.By, e.Organ, e.At, e.Article, e.Facts, e.Before, e.After, PreviousHash = Convert.ToHexStringLower(e.PreviousHash), Hash = Convert.ToHexStringLower(e.Hash),
            }),
            Dossier = new { dossier.Subject, dossier.Facts, dossier.Claims, dossier.Place, dossier.HappenedOn, Petitioner = dossier.Masked(petition.Anonymous) },
            Documents = documents,
            Terms = new[] { now.View(petition.ForwardingTerm(now)) },
        };
        return TypedResults.Content(JsonSerializer.Serialize(evidence, MessageTypes.Json), "application/json");
    }
}
