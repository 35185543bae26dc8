using Microsoft.EntityFrameworkCore;
using Xinfang.Insight.Api.Measures;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Reports;

/// <summary>A report in a list.</summary>
/// <param name="Period">2026年第2季度.</param>
/// <param name="Late">Sent or published after its last day.</param>
internal sealed record ReportRow(
    Guid Id, ReportKind Kind, string KindName, string Title, string Period, DateOnly From, DateOnly Until, ReportStatus Status, string StatusName, int ToWrite, DateOnly DraftedOn, DateOnly? ApprovedOn, DateOnly? SentOn, DateOnly? PublishedOn, bool Late)
{
    public static ReportRow Of(Report report) => new(
        report.Id, report.Kind, ReportKinds.Name(report.Kind), report.Text.Title, report.SpanOf.ToString(), report.From, report.Until, report.Status, ReportRefusals.Name(report.Status), report.Text.ToWrite,
        report.DraftedOn, report.ApprovedOn, report.SentOn, report.PublishedOn, report.SentLate || report.PublishedLate);
}

/// <summary>A snapshot without its figures.</summary>
internal sealed record SnapshotRow(Guid Id, DateTimeOffset TakenAt, string TakenBy, string Hash, bool Intact);

/// <summary>A report with its words, what the checks find, and what the caller may do.</summary>
/// <param name="SendBy">Last day for sending; null where the law sets none.</param>
/// <param name="Version">For an edit (If-Match).</param>
internal sealed record ReportView(
    Guid Id, ReportKind Kind, string KindName, string Period, DateOnly From, DateOnly Until, Basis Basis, string BasisName, ReportStatus Status, string StatusName, ReportText Text, int ToWrite, SnapshotRow Snapshot,
    string DraftedBy, DateOnly DraftedOn, string? ApprovedBy, DateOnly? ApprovedOn, DateOnly? SendBy, DateOnly? SentOn, bool SentLate, DateOnly? PublishBy, DateOnly? PublishedOn, bool PublishedLate, DateOnly? WithdrawnOn, string? Reason,
    IReadOnlyList<ReportFinding> Findings, IReadOnlyList<ActView> Acts, string Law, uint Version)
{
    private static readonly (ReportAct Act, string Label, string Route)[] Routes =
    [
        (ReportAct.Write, "修改", "text"), (ReportAct.Redraft, "换成现在的数，重新起草", "redrafting"), (ReportAct.Approve, "批准", "approval"), (ReportAct.Send, "记下已经报送", "sending"), (ReportAct.Publish, "记下已经公开", "publication"), (ReportAct.Withdraw, "撤回", "withdrawal"),
    ];

    public static async Task<ReportView> OfAsync(InsightDb db, Report report, CurrentCaller caller, DateOnly today, CancellationToken ct)
    {
        var snapshot = db.Set<Snapshot>().Local.FirstOrDefault(each => each.Id == report.SnapshotId) ?? await db.Set<Snapshot>().AsNoTracking().SingleAsync(each => each.Id == report.SnapshotId, ct);
        var terms = ReportKinds.Terms(report.Kind, report.Year);
        return new(
            report.Id, report.Kind, ReportKinds.Name(report.Kind), report.SpanOf.ToString(), report.From, report.Until, report.Basis, ReportPaper.Day(report.Basis), report.Status, ReportRefusals.Name(report.Status), report.Text, report.Text.ToWrite,
            new(snapshot.Id, snapshot.TakenAt, snapshot.TakenBy, snapshot.Hash, snapshot.Intact),
            report.DraftedBy, report.DraftedOn, report.ApprovedBy, report.ApprovedOn, terms?.SendBy, report.SentOn, report.SentLate, terms?.PublishBy, report.PublishedOn, report.PublishedLate, report.WithdrawnOn, report.Reason,
            ReportCheck.Of(report, today), [.. Routes.Select(each => ActView.Of(each.Act.ToString(), each.Label, $"/reports/{report.Id}/{each.Route}", report.Refuses(each.Act, caller)))],
            report.Article.ToString(), db.VersionOf(report));
    }
}
