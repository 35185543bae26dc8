namespace Xinfang.Insight.Api.Reports.Drafts;

/// <summary>The text of a report from its snapshot: the same snapshot gives the same text.</summary>
internal static class Drafting
{
    public static ReportText Of(ReportKind kind, ReportSpan span, Snapshot snapshot)
    {
        var numbers = new Numbers(snapshot.Id, snapshot.Content);
        return kind switch
        {
            ReportKind.RuleOfLaw => RuleOfLawDraft.Of(span.Year, numbers),
            ReportKind.Petitions => PetitionsDraft.Of(span.Year, numbers),
            ReportKind.Disclosure => DisclosureDraft.Of(span.Year, numbers),
            ReportKind.Duties => DutiesDraft.Of(span.Year, snapshot.Content.Outreach ?? new([], 0, 0, 0, 0, 0, 0, 0)),
            ReportKind.Training => TrainingDraft.Of(span.Year, snapshot.Content.Training ?? new([], 0, [], 0, 0, 0, 0, 0, 0, 0)),
            ReportKind.Situation => SituationDraft.Of(span.ToString(), numbers),
            _ => ScorecardDraft.Of(span.ToString(), numbers),
        };
    }
}
