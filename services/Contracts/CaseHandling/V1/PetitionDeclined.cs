namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>不予受理: another road is open; the notice names it (art. 19, 31).</summary>
public sealed record PetitionDeclined
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required DateTimeOffset DeclinedAt { get; init; }
    public required string Road { get; init; }
    public DateOnly? Until { get; init; }
    public required Guid DocumentId { get; init; }
    public required string DocumentNumber { get; init; }
}
