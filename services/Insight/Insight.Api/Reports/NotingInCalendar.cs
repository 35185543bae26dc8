using Microsoft.EntityFrameworkCore;
using Xinfang.Insight.Api.Governance.Publishing;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Reports;

/// <summary>What the publishing calendar asks of a report is noted with the act itself: one act, not two.</summary>
internal static class NotingInCalendar
{
    /// <summary>The item that the sending settles; null where the calendar has none.</summary>
    public static PublishingRule? OfSending(ReportKind kind) => kind is ReportKind.RuleOfLaw ? PublishingRule.RuleOfLawReportSent : null;

    /// <summary>The item that the publication settles; null where the calendar has none.</summary>
    public static PublishingRule? OfPublication(ReportKind kind) => kind switch { ReportKind.RuleOfLaw => PublishingRule.RuleOfLawReport, ReportKind.Disclosure => PublishingRule.DisclosureReport, _ => null };

    /// <summary>Settles and records the item of the year after the report's; nothing where there is none or it was noted by hand.</summary>
    /// <returns>Why the caller may not.</returns>
    public static async Task<Refusal?> NoteInCalendarAsync(this InsightDb db, PublishingRule? rule, Report report, DateOnly on, string where, CurrentCaller caller, Moment now, CancellationToken ct)
    {
        if (rule is null || await db.Set<PublishingItem>().SingleOrDefaultAsync(each => each.Year == report.Year + 1 && each.Rule == rule && each.PublishedOn == null, ct) is not { } item) return null;
        var before = RecordChain.DigestOf(item);
        if (item.Publish(on, where, caller, now.Date) is { } refusal) return refusal;
        await db.NoteAsync(item.Id, "NotePublication", caller, now, item.Basis, new { on, where, report = report.Id }, before, item, ct);
        return null;
    }
}
