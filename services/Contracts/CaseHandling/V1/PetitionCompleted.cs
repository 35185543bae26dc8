namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>办结: the opinion is served and the file closed.</summary>
public sealed record PetitionCompleted
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required DateTimeOffset CompletedAt { get; init; }
    public required bool InTime { get; init; }

    /// <summary>Community, Street or District: where the matter was settled.</summary>
    public string? ClosingLevel { get; init; }

    /// <summary>The cause by article 42, or NoFault.</summary>
    public string? RootCause { get; init; }
}
