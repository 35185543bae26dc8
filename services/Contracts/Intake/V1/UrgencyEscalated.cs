namespace Xinfang.Contracts.Intake.V1;

/// <summary>重大、紧急信访事项报告 (art. 25): the report has gone to every mandatory recipient. Organ is the competent organ that was informed.</summary>
public sealed record UrgencyEscalated
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required int Recipients { get; init; }
    public required DateTimeOffset EscalatedAt { get; init; }
    public required bool InTime { get; init; }
}
