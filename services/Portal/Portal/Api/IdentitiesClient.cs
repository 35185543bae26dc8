namespace Xinfang.Portal.Api;

/// <summary>代办人 as staff see them.</summary>
public sealed record MaskedAgent(string Kind, string KindText, string Name, string? Authority = null, string? Scope = null, DateOnly? Until = null);

/// <summary>代办人 in full.</summary>
public sealed record AgentInFull(string KindText, string Name, string? Phone = null, string? Authority = null, string? Scope = null, DateOnly? Until = null);

/// <summary>Who petitions, in full. Shown once, kept nowhere.</summary>
public sealed record IdentityInFull(
    string? Name, string Kind, string? IdNumber = null, string? CreditCode = null, string? Phone = null, string? Address = null, AgentInFull? Agent = null, DateTimeOffset? OpenUntil = null, IReadOnlyList<AgentInFull>? Agents = null);

/// <summary>Somebody has read who a petitioner is.</summary>
public sealed record IdentityReadingRow(
    Guid Id, Guid PetitionId, string PetitionNumber, string Account, OrganView? Organ, DateTimeOffset At, string PurposeText, bool Approved, string? Reason = null);

/// <summary>Somebody asks to read who a protected petitioner is.</summary>
public sealed record IdentityOpeningRow(
    Guid Id, Guid PetitionId, string PetitionNumber, bool Sealed, string AskedBy, OrganView? Organ, DateTimeOffset AskedAt, string PurposeText, string Reason, bool Own);

/// <summary>查看信访人是谁.</summary>
public sealed class IdentitiesClient(HttpClient http) : GatewayClient(http, "/api/intake")
{
    /// <summary>Reads it; each time is recorded.</summary>
    public Task<Answer<IdentityInFull>> Reveal(Guid petition, string purpose, string reason, CancellationToken ct) =>
        Post<IdentityInFull>($"/petitions/{petition}/identity", new { purpose, reason }, ct: ct);

    /// <summary>Asks the custodian.</summary>
    public Task<Answer<Done>> Ask(Guid petition, string purpose, string reason, CancellationToken ct) => Post<Done>($"/petitions/{petition}/identity/openings", new { purpose, reason }, ct: ct);

    /// <summary>Who has read it, newest first.</summary>
    public Task<Answer<Page<IdentityReadingRow>>> Readings(Guid petition, CancellationToken ct) => Get<Page<IdentityReadingRow>>($"/petitions/{petition}/identity/readings", ct: ct);

    /// <summary>Of all petitions, for the auditor.</summary>
    public Task<Answer<Page<IdentityReadingRow>>> AllReadings(string? after, CancellationToken ct) => Get<Page<IdentityReadingRow>>("/identity-readings" + IntakeClient.Query(("after", after)), ct: ct);

    /// <summary>What waits for this custodian.</summary>
    public Task<Answer<Page<IdentityOpeningRow>>> Openings(string? after, CancellationToken ct) => Get<Page<IdentityOpeningRow>>("/identity-openings" + IntakeClient.Query(("after", after)), ct: ct);

    /// <summary>Decides one.</summary>
    public Task<Answer<Done>> Decide(Guid opening, bool grant, int hours, string reason, CancellationToken ct) =>
        Post<Done>($"/identity-openings/{opening}/decision", new { grant, hours, reason }, ct: ct);
}
