using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>The plain text of a dossier. Exists only in memory.</summary>
internal sealed record DossierContent(
    string? Name, string? IdNumber, string? Phone, string? Address,
    string Subject, string Facts, IReadOnlyList<string> Claims, string? Place, DateOnly? HappenedOn, string? PrivacyVersion)
{
    /// <summary>For the proposals.</summary>
    public PetitionText Text => new(Subject, $"{Facts}\n{string.Join('\n', Claims)}");

    public MaskedPetitioner Masked(bool anonymous) => new(
        anonymous, anonymous ? "匿名" : Masking.Name(Name), Blank(Masking.IdentityNumber(IdNumber)), Blank(Masking.Phone(Phone)), Address is null ? null : "已登记");

    public byte[] Encrypted(PersonalData people, Guid petition) =>
        people.Encrypt(JsonSerializer.SerializeToUtf8Bytes(this, IntakeJson.Stored.DossierContent), petition);

    public static DossierContent Decrypted(byte[] content, PersonalData people, Guid petition) =>
        JsonSerializer.Deserialize(people.DecryptBytes(content, petition), IntakeJson.Stored.DossierContent)
        ?? throw new CryptographicException("A dossier is empty.");

    private static string? Blank(string text) => text.Length == 0 ? null : text;
}

/// <summary>A petitioner as staff see them. The address stays with the office: "已登记" says that there is one.</summary>
internal sealed record MaskedPetitioner(bool Anonymous, string Name, string? IdNumber, string? Phone, string? Address);

internal static class DossierReading
{
    /// <summary>What the petitioner wrote, unless it is sealed: null then.</summary>
    public static async Task<DossierContent?> OpenDossierAsync(this IntakeDb db, Guid petition, PersonalData people, CancellationToken ct)
    {
        var id = new PetitionId(petition);
        var content = await db.Dossiers.Where(d => d.PetitionId == id).Select(d => d.Content).SingleOrDefaultAsync(ct);
        return content is null ? null : DossierContent.Decrypted(content, people, petition);
    }

    /// <summary>What the petitioner wrote, sealed or not. For the petitioner, and for the disciplinary organ whose reading is recorded.</summary>
    public static async Task<DossierContent> AnyDossierAsync(this IntakeDb db, Petition petition, PersonalData people, CancellationToken ct)
    {
        if (!petition.Sealed) return (await db.OpenDossierAsync(petition.Id.Value, people, ct))!;
        var content = await db.SealedDossiers.Where(d => d.PetitionId == petition.Id).Select(d => d.Content).SingleAsync(ct);
        return DossierContent.Decrypted(content, people, petition.Id.Value);
    }
}
