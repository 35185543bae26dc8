namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>简易办理: the organ decides within 3 and answers within 10 working days; the ordinary terms run on beside.</summary>
public sealed record SimpleProcedureChosen
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required DateTimeOffset ChosenAt { get; init; }
    public required DateOnly StrictDueOn { get; init; }
    public required DateOnly DueOn { get; init; }
}
