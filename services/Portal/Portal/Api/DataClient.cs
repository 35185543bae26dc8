namespace Xinfang.Portal.Api;

/// <summary>What became of a request to correct, for the person.</summary>
public sealed record OwnCorrection(string Field, DateTimeOffset AskedAt, bool? Granted = null, DateTimeOffset? DecidedAt = null, string? Reason = null);

/// <summary>What is kept of the person, masked.</summary>
public sealed record OwnData(
    bool Anonymous, string Kind, string? Name = null, string? IdNumber = null, string? Phone = null, bool HasAddress = false, string? PrivacyVersion = null, IReadOnlyList<OwnCorrection>? Corrections = null);

/// <summary>A request to correct, in the list.</summary>
public sealed record CorrectionRow(
    Guid Id, string PetitionNumber, bool Sealed, string Field, DateTimeOffset AskedAt, bool? Granted = null, DateTimeOffset? DecidedAt = null, string? DecidedBy = null);

/// <summary>A request to correct, in full.</summary>
public sealed record CorrectionInFull(
    Guid Id, Guid PetitionId, string PetitionNumber, string Field, DateTimeOffset AskedAt, string? Kept, string Value, string Why,
    bool? Granted = null, DateTimeOffset? DecidedAt = null, string? DecidedBy = null, string? Reason = null);

/// <summary>What expires, and when.</summary>
public sealed record RetentionPolicyView(string Name, string What, int Days, string Basis, long Removed, DateOnly? LastOn = null);

/// <summary>What was taken away on one day.</summary>
public sealed record RetentionRunView(string Policy, string What, DateOnly Day, DateTimeOffset Before, long Removed);

/// <summary>到期清理.</summary>
public sealed record RetentionView(IReadOnlyList<RetentionPolicyView> Policies, IReadOnlyList<RetentionRunView> Runs);

/// <summary>By what somebody was looked for; the same person has the same mark.</summary>
public sealed record SoughtBy(string By, string Mark);

/// <summary>Somebody has looked for a person.</summary>
public sealed record SearchReadingRow(Guid Id, string Account, OrganView? Organ, DateTimeOffset At, string PurposeText, IReadOnlyList<SoughtBy> For);

/// <summary>个人信息: what is kept, what is put right, what expires.</summary>
public sealed class DataClient(HttpClient http) : GatewayClient(http, "/api/intake")
{
    /// <summary>What is kept of the person.</summary>
    public Task<Answer<OwnData>> Own(string ticket, CancellationToken ct) => Get<OwnData>("/progress/data", ticket, ct);

    /// <summary>Requests to correct, those that wait first.</summary>
    public Task<Answer<Page<CorrectionRow>>> Corrections(string? after, CancellationToken ct) => Get<Page<CorrectionRow>>("/corrections" + IntakeClient.Query(("after", after)), ct: ct);

    /// <summary>One of them; each reading is recorded.</summary>
    public Task<Answer<CorrectionInFull>> Correction(Guid id, CancellationToken ct) => Get<CorrectionInFull>($"/corrections/{id}", ct: ct);

    /// <summary>Grants or refuses it.</summary>
    public Task<Answer<Done>> Decide(Guid id, bool granted, string reason, CancellationToken ct) => Post<Done>($"/corrections/{id}/decision", new { granted, reason }, ct: ct);

    /// <summary>Who has looked for people, newest first.</summary>
    public Task<Answer<Page<SearchReadingRow>>> SearchReadings(string? after, CancellationToken ct) => Get<Page<SearchReadingRow>>("/search-readings" + IntakeClient.Query(("after", after)), ct: ct);

    /// <summary>What expires and what was taken away.</summary>
    public Task<Answer<RetentionView>> Retention(CancellationToken ct) => Get<RetentionView>("/retention", ct: ct);
}
