using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Api.Search;
using Xinfang.Intake.Domain;
using Xinfang.Intake.Recognition.Matters;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Repeats;

/// <summary>Earlier petitions that a petition may repeat: of the same person by keyed hash, and by what they say. For the clerk; nothing is decided and nothing refused.</summary>
internal sealed class Candidates(IntakeDb db, NpgsqlDataSource database, Recognizer recognizer, PersonalData people, SearchKeys search, TimeProvider time)
{
    private const int OfThePerson = 20;

    public sealed record Found(Petition Petition, Dossier Row, DossierContent Content, Comparison Comparison);

    /// <summary>The likeliest first; what is neither alike nor of the same person is left out.</summary>
    public async Task<IReadOnlyList<Found>> OfAsync(Petition petition, DossierContent content, int most, CancellationToken ct)
    {
        if (await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.PetitionId == petition.Id, ct) is not { } own) return [];
        var matter = recognizer.MatterOf(content);
        var alike = (await database.FindAsync(recognizer.HashedSignature(matter), petition.Id.Value, search.Windows(time.GetUtcNow()), ct)).ConvertAll(id => new PetitionId(id));
        var rows = await db.Dossiers.AsNoTracking().Where(d => alike.Contains(d.PetitionId)).ToListAsync(ct);
        rows.AddRange((await SamePersonAsync(own, ct)).Where(row => !rows.Exists(known => known.PetitionId == row.PetitionId)));
        var keys = rows.ConvertAll(row => row.PetitionId);
        var petitions = await db.Petitions.AsNoTracking().IgnoreAutoIncludes().Where(p => keys.Contains(p.Id) && !p.Sealed).ToDictionaryAsync(p => p.Id, ct);
        return
        [
            .. rows.Where(row => petitions.ContainsKey(row.PetitionId) && Earlier(petitions[row.PetitionId], petition))
                .Select(row => Compared(petition, own, matter, petitions[row.PetitionId], row)).OfType<Found>()
                .Where(found => found.Comparison.Score >= Comparison.Threshold / 2 || found.Comparison.SamePerson >= 0.75)
                .OrderByDescending(found => found.Comparison.Score).ThenByDescending(found => found.Petition.RegisteredAt).Take(most),
        ];
    }

    /// <summary>One other petition compared; null where it does not open.</summary>
    public async Task<Found?> WithAsync(Petition petition, DossierContent content, Petition other, CancellationToken ct)
    {
        var own = await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.PetitionId == petition.Id, ct);
        var row = await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.PetitionId == other.Id, ct);
        return own is null || row is null ? null : Compared(petition, own, recognizer.MatterOf(content), other, row);
    }

    private static bool Earlier(Petition other, Petition petition) => other.RegisteredAt <= petition.RegisteredAt && other.Id != petition.Id;

    private Found? Compared(Petition petition, Dossier own, Matter matter, Petition other, Dossier row)
    {
        try
        {
            var content = DossierContent.Decrypted(row.Content, people, row.PetitionId.Value);
            var apart = Math.Abs(petition.ReceivedOn.DayNumber - other.ReceivedOn.DayNumber);
            return new(other, row, content, Comparison.Of(matter, recognizer.MatterOf(content), recognizer.Rarity, PersonOf(own, row), apart));
        }
        catch (CryptographicException)
        {
            return null; // tampered with: its own verification tells that
        }
    }

    private async Task<List<Dossier>> SamePersonAsync(Dossier own, CancellationToken ct)
    {
        var all = db.Dossiers.AsNoTracking().Where(d => d.PetitionId != own.PetitionId);
        if (own.IdentityHash is null && own.PhoneHash is null && own.NameHash is null) return [];
        return await all.Where(d =>
                (own.IdentityHash != null && d.IdentityHash == own.IdentityHash) || (own.PhoneHash != null && d.PhoneHash == own.PhoneHash)
                || (own.NameHash != null && own.AddressHash != null && d.NameHash == own.NameHash && d.AddressHash == own.AddressHash))
            .OrderByDescending(d => d.PetitionId).Take(OfThePerson).ToListAsync(ct);
    }

    private static PersonMatch PersonOf(Dossier a, Dossier b)
    {
        if (a.IdentityHash is { } identity && b.IdentityHash is { } other) return identity.AsSpan().SequenceEqual(other) ? PersonMatch.Identity : PersonMatch.Different;
        if (Same(a.PhoneHash, b.PhoneHash)) return PersonMatch.Phone;
        if (!Same(a.NameHash, b.NameHash)) return PersonMatch.Unknown;
        return Same(a.AddressHash, b.AddressHash) ? PersonMatch.NameAndAddress : PersonMatch.NameOnly;
    }

    private static bool Same(byte[]? a, byte[]? b) => a is not null && b is not null && a.AsSpan().SequenceEqual(b);
}
