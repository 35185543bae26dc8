namespace Xinfang.Contracts.Intake.V1;

/// <summary>交办 (art. 22(3)): as forwarding, with a fixed period in which the organ reports its result.</summary>
public sealed record PetitionAssigned
{
    public required Guid PetitionId { get; init; }
    public string? Number { get; init; }
    public required string Organ { get; init; }
    public required int Round { get; init; }
    public string? Category { get; init; }
    public required int ClaimCount { get; init; }
    public required bool ElectronicService { get; init; }
    public required bool Urgent { get; init; }
    public required bool Sealed { get; init; }
    public required DateOnly ReceivedByOfficeOn { get; init; }
    public required DateTimeOffset AssignedAt { get; init; }
    public required DateOnly ReportDueOn { get; init; }
}
