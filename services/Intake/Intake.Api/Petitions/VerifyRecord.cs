using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Attachments;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>留痕校验: GET /petitions/{id}/record/verification. Checks the chain, the petition's row against its last entry, and that dossier and attachments still open.</summary>
internal static class VerifyRecord
{
    public static async Task<IResult> Handle(Guid id, IntakeDb db, FileStore files, PersonalData people, CancellationToken ct)
    {
        if (await db.Petitions.FindAsync([new PetitionId(id)], ct) is not { } petition) return Problems.NotFound();

        var entries = await db.Record.AsNoTracking().Where(entry => entry.PetitionId == id).OrderBy(entry => entry.Seq).ToListAsync(ct);
        var verified = RecordChain.Verify(entries, petition.Digest());
        if (!verified.Intact) return TypedResults.Ok(verified);
        if (!await OpensAsync(db, petition, people, ct)) return TypedResults.Ok(new RecordVerification(false, entries.Count, 1, "信访材料被改过，或者不见了"));
        return TypedResults.Ok(await AttachmentsOpenAsync(db, petition.Id, files, ct) ? verified : new(false, entries.Count, 1, "附件被改过，或者不见了"));
    }

    // Read from the first byte to the last: the address is the hash of what it holds.
    private static async Task<bool> AttachmentsOpenAsync(IntakeDb db, PetitionId petition, FileStore files, CancellationToken ct)
    {
        try
        {
            foreach (var address in await db.Attachments.Where(a => a.PetitionId == petition).Select(a => a.Address).ToListAsync(ct))
            {
                using var reader = await files.OpenAsync(address, ct);
                await reader.CopyToAsync(Stream.Null, ct);
            }
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    // The dossier is written once; authenticated encryption tells a changed one.
    private static async Task<bool> OpensAsync(IntakeDb db, Petition petition, PersonalData people, CancellationToken ct)
    {
        var content = petition.Sealed
            ? await db.SealedDossiers.Where(d => d.PetitionId == petition.Id).Select(d => d.Content).SingleOrDefaultAsync(ct)
            : await db.Dossiers.Where(d => d.PetitionId == petition.Id).Select(d => d.Content).SingleOrDefaultAsync(ct);
        if (content is null) return false;
        try
        {
            people.DecryptBytes(content, petition.Id.Value);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
