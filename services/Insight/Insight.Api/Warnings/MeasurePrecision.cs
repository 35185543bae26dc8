using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;
using Xinfang.ServiceDefaults.Statistics;

namespace Xinfang.Insight.Api.Warnings;

/// <summary>
/// 预警准不准、处置及时不及时 (K-16), by rule: GET /warnings/precision?year=. Precision is true ÷ (true + false); what could not be told counts in neither.
/// In time is what a person took or dropped by the last day, of all whose last day has passed or that somebody has acted on.
/// </summary>
internal static class MeasurePrecision
{
    /// <param name="Precision">Null while nothing is judged, with its 95 % interval (Wilson).</param>
    /// <param name="Owed">Acted on, or past their last day.</param>
    public sealed record Row(
        string Rule, string RuleText, int Raised, int Judged, int True, int False, int Unclear, int Dropped, double? Precision, double? Low, double? High, int Owed, int InTime, double? InTimeShare);

    public sealed record Response(int Year, IReadOnlyList<Row> Rows, Row All);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct, int? year = null)
    {
        var today = clock.Now().Date;
        if (year is < 2000 or > 2100) return Acting.Wrong("year", "年份不对。");
        var from = new DateOnly(year ?? today.Year, 1, 1);
        var until = new DateOnly(from.Year, 12, 31);
        var rows = await db.WarningsFor(caller).Where(warning => warning.RaisedOn >= from && warning.RaisedOn <= until).GroupBy(warning => warning.Rule).Select(group => new Counts(
            group.Key, group.Count(), group.Count(warning => warning.Verdict == Verdict.True), group.Count(warning => warning.Verdict == Verdict.False), group.Count(warning => warning.Verdict == Verdict.Unclear),
            group.Count(warning => warning.Status == WarningStatus.Dropped), group.Count(warning => warning.TakenOn != null || warning.DecidedOn != null || warning.DueOn < today),
            group.Count(warning => (warning.TakenOn ?? warning.DecidedOn) <= warning.DueOn))).ToListAsync(ct);
        return TypedResults.Ok(new Response(from.Year, [.. rows.OrderBy(row => row.Rule).Select(row => Of(row.Rule.ToString(), WarningWords.Of(row.Rule), row))],
            Of("", "合计", new(default, rows.Sum(row => row.Raised), rows.Sum(row => row.True), rows.Sum(row => row.False), rows.Sum(row => row.Unclear), rows.Sum(row => row.Dropped), rows.Sum(row => row.Owed), rows.Sum(row => row.InTime)))));
    }

    internal sealed record Counts(WarningRule Rule, int Raised, int True, int False, int Unclear, int Dropped, int Owed, int InTime);

    internal static Row Of(string rule, string text, Counts row)
    {
        var (clear, bounds) = (row.True + row.False, Interval.Wilson(row.True, row.True + row.False));
        return new(rule, text, row.Raised, clear + row.Unclear, row.True, row.False, row.Unclear, row.Dropped, clear == 0 ? null : (double)row.True / clear, clear == 0 ? null : bounds.Low, clear == 0 ? null : bounds.High,
            row.Owed, row.InTime, row.Owed == 0 ? null : (double)row.InTime / row.Owed);
    }
}
