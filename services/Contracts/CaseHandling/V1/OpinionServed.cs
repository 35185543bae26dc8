namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>
/// 送达: the opinion has reached the petitioner; the right to ask for review (art. 35) runs from this day.
/// Review body and dates are absent for the reply to a suggestion (art. 29), against which there is no review.
/// </summary>
public sealed record OpinionServed
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required DateOnly ServedOn { get; init; }
    public required string Method { get; init; }
    public string? ReviewBody { get; init; }
    public DateOnly? ReviewStrictDueOn { get; init; }
    public DateOnly? ReviewDueOn { get; init; }
    public required Guid DocumentId { get; init; }
}
