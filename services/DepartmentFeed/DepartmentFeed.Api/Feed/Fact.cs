using System.Collections.Concurrent;
using System.Reflection;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Contracts.Intake.V1;

namespace Xinfang.DepartmentFeed.Api.Feed;

/// <summary>What every contract may say about a petition, read from it by name.</summary>
internal sealed record Fact
{
    private static readonly ConcurrentDictionary<(Type, string), PropertyInfo?> Properties = [];

    /// <summary>The contract itself.</summary>
    public required object Message { get; init; }

    public required Guid PetitionId { get; init; }
    public string? Organ { get; init; }
    public int? Round { get; init; }

    /// <summary>The body that reviews or rechecks the opinion.</summary>
    public string? ReviewBody { get; init; }
    public string? Number { get; init; }
    public bool Sealed { get; init; }

    /// <summary>The fact sets the category, and with it the seal; others can only repeat it.</summary>
    public bool Classifies { get; init; }

    /// <summary>异议成立: the organ loses the petition.</summary>
    public bool Agreed { get; init; }

    /// <summary>When it happened, or was sent where only the day is known.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Reads a contract; <paramref name="sentAt"/> stands in where it knows the day only.</summary>
    public static Fact Of(FeedRow row, object message, DateTimeOffset sentAt) => new()
    {
        Message = message,
        PetitionId = Read<Guid>(message, nameof(PetitionForwarded.PetitionId)),
        Organ = Read<string>(message, nameof(PetitionForwarded.Organ)),
        ReviewBody = Read<string>(message, nameof(ReviewRequested.ReviewBody)),
        Round = Read<int?>(message, nameof(PetitionForwarded.Round)),
        Number = Read<string>(message, nameof(PetitionForwarded.Number)),
        Sealed = Read<bool>(message, nameof(PetitionForwarded.Sealed)),
        Agreed = Read<bool>(message, nameof(ContestationDecided.Agreed)),
        Classifies = message is PetitionClassified,
        Time = row.Time(message) ?? sentAt,
    };

    private static T? Read<T>(object message, string name) =>
        Properties.GetOrAdd((message.GetType(), name), key => key.Item1.GetProperty(key.Item2))?.GetValue(message) is T value ? value : default;
}
