namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>
/// 收到: the routed petition is available to the organ; its terms for notice (15 days) and contestation (5 working days, art. 23) run.
/// The dates are absent for a sealed accusation: the disciplinary organ follows its own rules (art. 23(4), 30).
/// </summary>
public sealed record PetitionReceived
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required int Round { get; init; }
    public required bool Sealed { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public DateOnly? NoticeStrictDueOn { get; init; }
    public DateOnly? NoticeDueOn { get; init; }
    public DateOnly? ContestDueOn { get; init; }
}
