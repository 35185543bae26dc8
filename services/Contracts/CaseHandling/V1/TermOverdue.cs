namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>超期: told once per term of a petition, and again when an extension has moved its date (art. 34). Organs are warned by the strict day.</summary>
public sealed record TermOverdue
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required string Term { get; init; }
    public required DateOnly StrictDueOn { get; init; }
    public required DateOnly DueOn { get; init; }
    public required DateTimeOffset NoticedAt { get; init; }
}
