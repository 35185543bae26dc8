namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>不再受理: the same facts and reasons were ended by a recheck opinion (art. 36 para. 3); care goes on (art. 37 para. 3).</summary>
public sealed record PetitionBarred
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required DateTimeOffset BarredAt { get; init; }

    /// <summary>The petition that ended.</summary>
    public required Guid EarlierPetitionId { get; init; }

    public required Guid DocumentId { get; init; }
    public required string DocumentNumber { get; init; }
}
