namespace Xinfang.Contracts.Intake.V1;

/// <summary>
/// 热点: several people have lately told of the same event. Found from the texts by a program, for people to look at; told again when it has grown by half. Secret accusations are never among
/// the petitions it is found in.
/// </summary>
public sealed record HotTopicFound
{
    /// <summary>Of the topic: its first petition.</summary>
    public required Guid TopicId { get; init; }

    /// <summary>What people call it, in words that several of them used; null where they agree on none.</summary>
    public string? Topic { get; init; }

    /// <summary>Different people in the last 30 days.</summary>
    public required int People { get; init; }

    /// <summary>Petitions of the last 180 days.</summary>
    public required int Petitions { get; init; }

    /// <summary>Code of the street most of them come from; null where there is none for most.</summary>
    public string? Street { get; init; }

    /// <summary>First level of the content most of them are of; null where there is none for most.</summary>
    public string? Content { get; init; }

    /// <summary>Ids of the newest of them, at most 50, separated by spaces.</summary>
    public required string Newest { get; init; }

    public required DateTimeOffset FoundAt { get; init; }
}
