using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Receptions;

/// <summary>接访频次 per leader: GET /supervision/reception-days/frequency?year=. How many periods of the year so far had their day.</summary>
internal static class MeasureReceptions
{
    /// <param name="Rule">每月至少1天.</param>
    /// <param name="Due">Periods that have begun this year; 0 where every day is one.</param>
    /// <param name="Kept">Of these, with a day held.</param>
    /// <param name="Missing">First days of periods that are over and had none.</param>
    public sealed record Item(
        string Leader, LeaderRank Rank, string RankText, string Rule, int Due, int Kept, IReadOnlyList<DateOnly> Missing, int Held, int Received, DateOnly? Next);

    public static async Task<Results<Ok<IReadOnlyList<Item>>, ProblemHttpResult>> Handle(
        CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct, int? year = null)
    {
        var today = clock.Now().Date;
        var asked = year ?? today.Year;
        if (asked is < 2022 or > 2100) return Problems.Invalid(new Dictionary<string, string[]> { ["year"] = ["年份要在2022年到2100年之间。"] });
        var (from, until) = (new DateOnly(asked, 1, 1), new DateOnly(asked, 12, 31));
        var days = await db.ReceptionsFor(caller).AsNoTracking().Where(each => each.On >= from && each.On <= until && each.Status != ReceptionStatus.Cancelled)
            .Select(each => new { each.Leader, each.Rank, each.On, each.Status, each.Received }).ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<Item>>([.. days.GroupBy(day => (day.Leader, day.Rank)).OrderBy(group => group.Key.Rank).ThenBy(group => group.Key.Leader, StringComparer.Ordinal).Select(group =>
        {
            var rule = ReceptionFrequency.Of(group.Key.Rank);
            var periods = Periods(rule, from, today < until ? today : until);
            var held = group.Where(day => day.Status is ReceptionStatus.Held).ToList();
            var kept = held.Select(day => rule.PeriodOf(day.On)).ToHashSet();
            return new Item(
                group.Key.Leader, group.Key.Rank, rule.Words, rule.Months == 0 ? "随时接待" : $"每{rule.Months}个月至少1天", periods.Count, periods.Count(kept.Contains),
                [.. periods.Where(period => !kept.Contains(period) && rule.PeriodOf(today) > period)], held.Count, held.Sum(day => day.Received),
                group.Where(day => day.Status is ReceptionStatus.Planned or ReceptionStatus.Published && day.On >= today).Min(day => (DateOnly?)day.On));
        })]);
    }

    private static List<DateOnly> Periods(ReceptionFrequency rule, DateOnly from, DateOnly until)
    {
        List<DateOnly> periods = [];
        for (var day = from; rule.Months > 0 && day <= until; day = day.AddMonths(rule.Months)) periods.Add(day);
        return periods;
    }
}
