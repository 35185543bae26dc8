namespace Xinfang.Contracts.CaseHandling.V1;

/// <summary>公开答复: the answer can be read by everybody, without personal data.</summary>
public sealed record ReplyPublished
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }

    /// <summary>Of the public page.</summary>
    public required Guid ReplyId { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }
}
