using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Notices;

/// <summary>Where the petitioner of a petition is told.</summary>
internal static class Contacts
{
    /// <summary>
    /// The contact of a petition, or, for one that was filed or imported before contacts were kept, a new one by what its form says: the portal, until its petitioner
    /// chooses. Null for whoever left no name.
    /// </summary>
    /// <returns>The contact, and whether it is stored.</returns>
    public static async Task<(Contact? Contact, bool Stored)> OfAsync(IntakeDb db, Petition petition, PersonalData people, CancellationToken ct)
    {
        if (await db.Contacts.FindAsync([petition.Id], ct) is { } stored) return (stored, true);
        if (petition.Anonymous) return (null, false);
        var content = await db.Dossiers.Where(d => d.PetitionId == petition.Id).Select(d => d.Content).SingleAsync(ct);
        var dossier = DossierContent.Decrypted(content, people, petition.Id.Value);
        var addressee = dossier.Confidential ? new Addressee(null, dossier.Phone, null) : new Addressee(dossier.Name, dossier.Phone, dossier.Address);
        return (new() { PetitionId = petition.Id, Way = NoticeWay.Portal, Addressee = addressee.Encrypted(people, petition.Id.Value), ChosenAt = petition.RegisteredAt }, false);
    }
}
