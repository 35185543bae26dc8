namespace Xinfang.Contracts.Intake.V1;

/// <summary>当面释法: at the counter a visitor was told the law on a topic. Who it was is nowhere in it.</summary>
public sealed record VisitorCounselled
{
    /// <summary>The visitor's turn at the counter; not a petition, and none need exist.</summary>
    public required Guid TurnId { get; init; }

    /// <summary>The organ whose window it was.</summary>
    public required string Organ { get; init; }

    /// <summary>Content code of the matter that was explained.</summary>
    public required string ContentCode { get; init; }

    /// <summary>Code of the street the matter comes from; null where the visitor did not say.</summary>
    public string? Street { get; init; }

    /// <summary>Title of what they took along; null for nothing.</summary>
    public string? Leaflet { get; init; }

    /// <summary>People who listened.</summary>
    public required int People { get; init; }

    public required DateTimeOffset CounselledAt { get; init; }
}
