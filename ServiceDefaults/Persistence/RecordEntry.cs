namespace Xinfang.ServiceDefaults.Persistence;

/// <summary>What an act writes into the record; the chain adds number and hash.</summary>
/// <param name="PetitionId">The petition the act belongs to.</param>
/// <param name="Act">The act in the glossary's word, e.g. "Accept".</param>
/// <param name="By">Account of the person, "petitioner" for the citizen, or "system".</param>
/// <param name="Organ">Organ the person acted for, or empty.</param>
/// <param name="At">Instant of the act.</param>
/// <param name="Article">The provision behind the act, or null.</param>
/// <param name="Facts">JSON of codes, dates and ids. Never people's data or free text.</param>
/// <param name="Before">Digest of the aggregate before the act, or null when it did not exist.</param>
/// <param name="After">Digest of the aggregate after the act.</param>
public sealed record RecordDraft(
    Guid PetitionId, string Act, string By, string Organ, DateTimeOffset At, string? Article, string Facts, string? Before, string After);

/// <summary>留痕: one act on a petition; append-only, each entry sealed with the hash of the one before it.</summary>
public sealed class RecordEntry
{
    public long Position { get; private init; }
    public required Guid PetitionId { get; init; }
    public required int Seq { get; init; }
    public required string Act { get; init; }
    public required string By { get; init; }
    public required string Organ { get; init; }
    public required DateTimeOffset At { get; init; }
    public string? Article { get; init; }

    /// <summary>JSON kept as text: jsonb would reorder it and break the hash.</summary>
    public required string Facts { get; init; }

    public string? Before { get; init; }
    public required string After { get; init; }
    public required byte[] PreviousHash { get; init; }
    public required byte[] Hash { get; init; }
}
