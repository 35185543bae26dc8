namespace Xinfang.Insight.Api.Warnings;

/// <summary>A week, or another equal stretch, as it was and as it would usually have been.</summary>
/// <param name="Until">Last day.</param>
/// <param name="High">More than this in one of 40 usual ones only.</param>
internal sealed record EvidenceWeek(DateOnly Until, int Count, double Expected, int High);

/// <summary>凭什么报警: counts, codes, days and ids, nothing of a person.</summary>
internal sealed record Evidence
{
    /// <summary>So many petitions are named at most.</summary>
    public const int MostPetitions = 50;

    public DateOnly From { get; init; }

    /// <summary>Last day counted.</summary>
    public DateOnly Until { get; init; }
    public int Count { get; init; }

    /// <summary>What was usual for so many days.</summary>
    public double? Expected { get; init; }

    /// <summary>Upper bound of what is usual.</summary>
    public int? High { get; init; }

    /// <summary>Of so many or more with nothing being different.</summary>
    public double? Chance { get; init; }

    /// <summary>Expected share of false ones among all found at that time (q value).</summary>
    public double? FalseShare { get; init; }

    /// <summary>Of a term: petitions of the organ that were as near to their last day and undone, and how many of them missed it.</summary>
    public int? Near { get; init; }
    public int? Missed { get; init; }

    /// <summary>Share that misses it, drawn to the district's where the organ has few, with the 95 % interval of the organ's own (Wilson).</summary>
    public double? Share { get; init; }
    public double? Low { get; init; }
    public double? Upper { get; init; }

    /// <summary>Last day of the term it is about.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Of a hot topic: different people of the last 30 days, and what they call it, in words of several.</summary>
    public int? People { get; init; }
    public string? Topic { get; init; }

    /// <summary>The latest first.</summary>
    public IReadOnlyList<EvidenceWeek> Weeks { get; init; } = [];

    /// <summary>The latest first, <see cref="MostPetitions"/> at most.</summary>
    public IReadOnlyList<Guid> Petitions { get; init; } = [];
}
