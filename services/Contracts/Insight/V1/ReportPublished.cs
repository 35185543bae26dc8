namespace Xinfang.Contracts.Insight.V1;

/// <summary>公开报告: a yearly report that the law wants published can be read by everybody, under its id. What it says and who wrote it is not told.</summary>
public sealed record ReportPublished
{
    public required Guid ReportId { get; init; }

    /// <summary>RuleOfLaw or Disclosure.</summary>
    public required string Kind { get; init; }

    /// <summary>The year it is about.</summary>
    public required int Year { get; init; }

    public required DateOnly PublishedOn { get; init; }

    /// <summary>On or before the last day that the law sets.</summary>
    public required bool InTime { get; init; }

    public required DateTimeOffset NotedAt { get; init; }
}
