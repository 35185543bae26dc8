using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinfang.Insight.Api.Governance.Publishing;
using Xinfang.Insight.Api.Measures;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Reports;

/// <summary>Takes a snapshot: counts all that a report of a kind can say of its period.</summary>
internal static class Freezing
{
    private static readonly Dimension[] All = Enum.GetValues<Dimension>();

    public static async Task<Snapshot> TakeAsync(InsightDb db, NpgsqlDataSource database, ReportKind kind, Period period, CurrentCaller caller, Moment now, CancellationToken ct)
    {
        var counted = await CountAsync(database, period, now.Date, ct);
        var content = new SnapshotContent(
            counted,
            await ReportedAsync(db, kind, period.YearBefore, ct) ?? await CountAsync(database, period.YearBefore, now.Date, ct),
            kind is ReportKind.Situation ? await CountAsync(database, period.Before, now.Date, ct) : null,
            kind is ReportKind.Scorecard ? await OrgansAsync(database, period, counted, now.Date, ct) : [],
            kind is ReportKind.Disclosure ? await PublishingAsync(db, period.From.Year, ct) : null,
            kind is ReportKind.Duties or ReportKind.RuleOfLaw ? await YearsTold.OutreachAsync(database, period, ct) : null,
            kind is ReportKind.Training or ReportKind.RuleOfLaw ? await YearsTold.TrainingAsync(database, period, ct) : null);
        return new() { Id = Guid.CreateVersion7(), From = period.From, Until = period.Until, Basis = period.Basis, TakenAt = now.At, TakenBy = caller.Account, Content = content, Hash = RecordChain.DigestOf(content) };
    }

    private static async Task<IReadOnlyList<FrozenItem>> PublishingAsync(InsightDb db, int year, CancellationToken ct) =>
        [.. (await db.Set<PublishingItem>().AsNoTracking().Where(item => item.Year == year).OrderBy(item => item.DueOn).ThenBy(item => item.Title).ThenBy(item => item.Id).ToListAsync(ct))
            .Select(item => new FrozenItem(item.Title, item.DueOn, item.PublishedOn, item.Where, item.InTime))];

    // What was approved of the year before is what this year is compared with, whatever has come to light since.
    private static async Task<Frozen?> ReportedAsync(InsightDb db, ReportKind kind, Period period, CancellationToken ct)
    {
        var id = await db.Set<Report>().AsNoTracking()
            .Where(report => report.Kind == kind && report.From == period.From && report.Until == period.Until && report.Basis == period.Basis && (report.Status == ReportStatus.Approved || report.Status == ReportStatus.Published))
            .Select(report => (Guid?)report.SnapshotId).FirstOrDefaultAsync(ct);
        return id is null ? null : (await db.Set<Snapshot>().AsNoTracking().SingleAsync(snapshot => snapshot.Id == id, ct)).Content.Now with { Snapshot = id };
    }

    private static async Task<Frozen> CountAsync(NpgsqlDataSource database, Period period, DateOnly today, CancellationToken ct)
    {
        List<FrozenCounts> counts = [];
        foreach (var by in All) counts.Add(new(by, await Counts.ReadAsync(database, period, null, by, today, ct)));
        return new(period.From, period.Until, period.Basis, await Figures.ReadAsync(database, period, null, today, ct), counts);
    }

    private static async Task<IReadOnlyList<FrozenOrgan>> OrgansAsync(NpgsqlDataSource database, Period period, Frozen counted, DateOnly today, CancellationToken ct)
    {
        List<FrozenOrgan> organs = [];
        foreach (var row in counted.Counts.Single(counts => counts.By is Dimension.Organ).Rows)
            if (Organs.Find(row.Value) is { } organ) organs.Add(new(organ.Code, organ.ShortName, await Figures.ReadAsync(database, period, organ.Code, today, ct)));
        return organs;
    }
}
