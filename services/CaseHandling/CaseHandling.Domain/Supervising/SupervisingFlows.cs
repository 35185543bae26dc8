namespace Xinfang.CaseHandling.Domain.Supervising;

/// <summary>Every flow of supervision, as Markdown, for docs/supervision-flow.md.</summary>
public static class SupervisingFlows
{
    /// <summary>One table per aggregate.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Supervision.Flow.Describe(), Violation.Flow.Describe(), Proposal.Flow.Describe(), Meeting.Flow.Describe(), FollowUp.Flow.Describe(),
        Measure.Flow.Describe(), CasePackage.Flow.Describe(), ReceptionDay.Flow.Describe(),
    ];
}
