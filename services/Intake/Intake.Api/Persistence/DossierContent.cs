using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>The plain text of a dossier. Exists only in memory.</summary>
internal sealed record DossierContent(
    string? Name, string? IdNumber, string? Phone, string? Address,
    string Subject, string Facts, IReadOnlyList<string> Claims, string? Place, DateOnly? HappenedOn, string? PrivacyVersion,
    // Left out while they say nothing: most petitions are of one person who writes for themselves.
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] PetitionerKind Kind = PetitionerKind.Person,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] string? CreditCode = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Confidential = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] AgentContent? Agent = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] IReadOnlyList<AgentContent>? FurtherAgents = null)
{
    /// <summary>All who act for the petitioner.</summary>
    [JsonIgnore]
    public IReadOnlyList<AgentContent> Agents => [.. Agent is null ? [] : new[] { Agent }, .. FurtherAgents ?? []];


    /// <summary>Instead of a name that only somebody approved may see.</summary>
    public const string KeptBack = "要求保密";

    /// <summary>As staff and copies for staff show it; null for who left none.</summary>
    public string? ShownName => Name is null ? null : Confidential ? KeptBack : Kind is PetitionerKind.Organisation ? Name : Masking.Name(Name);


    /// <summary>For the proposals.</summary>
    public PetitionText Text => new(Subject, $"{Facts}\n{string.Join('\n', Claims)}");

    public MaskedPetitioner Masked(bool anonymous) => Confidential
        ? new(false, KeptBack, null, null, null, Kind, Confidential: true)
        : new(anonymous, ShownName ?? "匿名", Blank(Masking.IdentityNumber(IdNumber ?? CreditCode)), Blank(Masking.Phone(Phone)), Address is null ? null : "已登记", Kind,
            Agent: Agent?.Masked, Agents: Agents.Count == 0 ? null : [.. Agents.Select(agent => agent.Masked)]);

    public byte[] Encrypted(PersonalData people, Guid petition) =>
        people.Encrypt(JsonSerializer.SerializeToUtf8Bytes(this, IntakeJson.Stored.DossierContent), petition);

    public static DossierContent Decrypted(byte[] content, PersonalData people, Guid petition) =>
        JsonSerializer.Deserialize(people.DecryptBytes(content, petition), IntakeJson.Stored.DossierContent)
        ?? throw new CryptographicException("A dossier is empty.");

    private static string? Blank(string text) => text.Length == 0 ? null : text;
}

/// <summary>A petitioner as staff see them. The address stays with the office: "已登记" says that there is one.</summary>
/// <param name="Confidential">要求保密: everything else is left out here.</param>
internal sealed record MaskedPetitioner(
    bool Anonymous, string Name, string? IdNumber, string? Phone, string? Address, PetitionerKind Kind = PetitionerKind.Person, bool Confidential = false, MaskedAgent? Agent = null,
    IReadOnlyList<MaskedAgent>? Agents = null);

/// <summary>代办人 as staff see them.</summary>
internal sealed record MaskedAgent(AgentKind Kind, string KindText, string Name, string? Authority, string? Scope = null, DateOnly? Until = null);

/// <summary>代办人 as stored, within the dossier.</summary>
internal sealed record AgentContent(
    AgentKind Kind, string Name, string? Phone, string? Authority,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] string? Scope = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] DateOnly? Until = null)
{
    [JsonIgnore]
    public MaskedAgent Masked => new(Kind, Words.Of(Kind), Masking.Name(Name), Authority, Scope, Until);

    public static AgentContent? Of(AgentForm? form) => form is null ? null
        : new(form.Kind, form.Name!.Trim(), Form.Phone(form.Phone), Text(form.Authority), Text(form.Scope), form.Until);

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

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
