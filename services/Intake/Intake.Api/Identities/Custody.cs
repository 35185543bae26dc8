using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Identities;

/// <summary>Whose it is to know or to keep who a petitioner is.</summary>
internal static class Custody
{
    /// <summary>Sealed ones are the disciplinary organ's alone; the others the office's and of the organ that holds the petition now.</summary>
    public static bool MayAsk(this CurrentCaller caller, Petition petition) =>
        caller.Organ == petition.Organ && (caller.Has(Duty.Handle) || caller.Has(Duty.Head))
        || !petition.Sealed && caller.Organ == Organs.Office && (caller.Has(Duty.Register) || caller.Has(Duty.Oversee));

    /// <summary>The custodian: the head of the disciplinary organ for what is sealed, the head of the petition office for the others.</summary>
    public static bool Keeps(this CurrentCaller caller, Petition petition) => petition.Sealed
        ? caller.Organ == petition.Organ && caller.Has(Duty.Head)
        : caller.Organ == Organs.Office && caller.Has(Duty.Oversee);

    /// <summary>The petition with what the petitioner wrote, and whether who they are needs an approval. Null when it is not the caller's to know of.</summary>
    public static async Task<Kept?> KeptAsync(this IntakeDb db, Guid id, CurrentCaller caller, PersonalData people, CancellationToken ct)
    {
        if (await db.Petitions.FindAsync([new PetitionId(id)], ct) is not { } petition || !caller.MayAsk(petition)) return null;
        var dossier = await db.AnyDossierAsync(petition, people, ct);
        return new(petition, dossier, petition.Sealed || dossier.Confidential);
    }

    /// <summary>The newest opening this account has for this petition.</summary>
    public static Task<IdentityOpening?> NewestOpeningAsync(this IntakeDb db, Petition petition, CurrentCaller caller, CancellationToken ct) =>
        db.IdentityOpenings.Where(o => o.PetitionId == petition.Id && o.AskedBy == caller.Account).OrderByDescending(o => o.Id).FirstOrDefaultAsync(ct);
}

/// <param name="Protected">Sealed, or kept confidential on request.</param>
internal sealed record Kept(Petition Petition, DossierContent Dossier, bool Protected);
