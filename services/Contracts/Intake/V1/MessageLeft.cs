namespace Xinfang.Contracts.Intake.V1;

/// <summary>留言: the petitioner has written to the officer, who answers by the day named (policy of the district). The text is read in Intake.</summary>
public sealed record MessageLeft
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required int MessageNumber { get; init; }
    public required DateTimeOffset LeftAt { get; init; }
    public required DateOnly ReplyDueOn { get; init; }
}
