namespace Xinfang.Contracts.Intake.V1;

/// <summary>甄别后不转办: the petition office has answered the petition itself. Replied (直接回复), Linked (同一事项正在办, art. 19¶3) or Diverted (导入其他渠道, arts. 20, 22, 23).</summary>
public sealed record PetitionAnswered
{
    public required Guid PetitionId { get; init; }
    public required string Outcome { get; init; }
    public required DateTimeOffset AnsweredAt { get; init; }
    public required Guid DocumentId { get; init; }
}
