using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Identities;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Corrections;

/// <summary>Whose a request to correct is to decide, and how the data is put right everywhere it lies.</summary>
internal static class Correcting
{
    /// <summary>The office's clerks and head; of a protected petitioner the custodian alone (art. 30).</summary>
    public static bool MayDecide(this CurrentCaller caller, Petition petition, bool confidential) => petition.Sealed || confidential
        ? caller.Keeps(petition)
        : caller.Organ == Organs.Office && (caller.Has(Duty.Register) || caller.Has(Duty.Oversee));

    /// <summary>The request with its petition; null when it is not the caller's to know of.</summary>
    public static async Task<(Correction Correction, Petition Petition)?> CorrectionAsync(this IntakeDb db, Guid id, CurrentCaller caller, CancellationToken ct) =>
        await db.Corrections.FindAsync([id], ct) is { } correction
        && await db.Petitions.FindAsync([correction.PetitionId], ct) is { } petition
        && caller.MayDecide(petition, correction.Confidential)
            ? (correction, petition)
            : null;

    public static CorrectionContent ContentOf(this IntakeDb db, Correction correction, PersonalData people) =>
        CorrectionContent.Decrypted(db.Entry(correction).Property<byte[]>(CorrectionMapping.Content).CurrentValue, people, correction.Id);

    public static string? Of(this DossierContent dossier, CorrectionField field) => field switch
    {
        CorrectionField.Name => dossier.Name,
        CorrectionField.Phone => dossier.Phone,
        CorrectionField.Address => dossier.Address,
        _ => dossier.Kind is PetitionerKind.Organisation ? dossier.CreditCode : dossier.IdNumber,
    };

    /// <summary>Puts it right in the dossier, in what it is searched by, in what opens the progress, and where notices go.</summary>
    public static async Task CorrectAsync(this IntakeDb db, Petition petition, CorrectionField field, string value, PersonalData people, QueryKeys keys, CancellationToken ct)
    {
        var former = await db.AnyDossierAsync(petition, people, ct);
        var content = field switch
        {
            CorrectionField.Name => former with { Name = value },
            CorrectionField.Phone => former with { Phone = value },
            CorrectionField.Address => former with { Address = value },
            _ when former.Kind is PetitionerKind.Organisation => former with { CreditCode = value },
            _ => former with { IdNumber = value },
        };
        await KeepAsync(db, petition, content, people, ct);

        var row = db.Entry(petition);
        if (field is CorrectionField.Phone) row.Property(QueryKeys.PhoneLastFour).CurrentValue = keys.OfLastFour(petition.Number, value);
        if (field is CorrectionField.IdNumber) row.Property(QueryKeys.IdentityLastFour).CurrentValue = keys.OfLastFour(petition.Number, value);

        if (await db.Contacts.FindAsync([petition.Id], ct) is not { } contact) return;
        var addressee = Addressee.Decrypted(contact.Addressee, people, petition.Id.Value);
        contact.Addressee = (field switch
        {
            CorrectionField.Phone => addressee with { Phone = value },
            // Who asked for secrecy is written to under no name and no address.
            CorrectionField.Name when !content.Confidential => addressee with { Name = value },
            CorrectionField.Address when !content.Confidential => addressee with { Address = value },
            _ => addressee,
        }).Encrypted(people, petition.Id.Value);
    }

    private static async Task KeepAsync(IntakeDb db, Petition petition, DossierContent content, PersonalData people, CancellationToken ct)
    {
        var encrypted = content.Encrypted(people, petition.Id.Value);
        if (petition.Sealed)
        {
            (await db.SealedDossiers.SingleAsync(d => d.PetitionId == petition.Id, ct)).Content = encrypted;
            return;
        }
        var dossier = await db.Dossiers.SingleAsync(d => d.PetitionId == petition.Id, ct);
        dossier.Content = encrypted;
        if (content.Confidential) return; // found by nothing
        (dossier.NameHash, dossier.IdentityHash, dossier.PhoneHash, dossier.AddressHash) =
            (Hash("name", content.Name), Hash("identity", content.IdNumber ?? content.CreditCode), Hash("phone", content.Phone), Hash("address", content.Address));

        byte[]? Hash(string kind, string? value) => value is null ? null : people.SearchHash(kind, value);
    }
}
