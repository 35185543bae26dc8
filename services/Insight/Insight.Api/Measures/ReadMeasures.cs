using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Measures;

/// <summary>指标 K-01 … K-18 of a period, with the period before and the same of last year: GET /measures.</summary>
internal static class ReadMeasures
{
    /// <param name="Kind">Share, Count or Mean.</param>
    /// <param name="Formula">In words.</param>
    /// <param name="Article">What it rests on.</param>
    /// <param name="Part">What is counted; <paramref name="PartCounters"/> lead to the petitions.</param>
    /// <param name="Before">Of the period before.</param>
    /// <param name="YearBefore">Of the same period a year before.</param>
    public sealed record Row(string Code, string Name, FigureKind Kind, string Formula, string Article, bool? HigherIsBetter, long Part, long All, double? Number, string Value, double? Low, double? High,
        Other Before, Other YearBefore, IReadOnlyList<string> PartCounters, IReadOnlyList<string> AllCounters);

    public sealed record Other(double? Number, string Value);

    /// <param name="CountedAt">Of when whole months are; other days are counted now.</param>
    public sealed record Response(DateOnly From, DateOnly Until, Basis Basis, string? Organ, string ScopeName, DateTimeOffset? CountedAt, IReadOnlyList<Row> Rows, Dictionary<string, long> Counters);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle([AsParameters] Asked asked, CurrentCaller caller, InsightDb db, NpgsqlDataSource database, LegalClock clock, CancellationToken ct)
    {
        var today = clock.Now().Date;
        if (!asked.TryRead(caller, today, out var period, out var organ, out var problem)) return problem;
        var now = await Reading.TotalAsync(database, period, organ, today, ct);
        var before = await Reading.TotalAsync(database, period.Before, organ, today, ct);
        var yearBefore = await Reading.TotalAsync(database, period.YearBefore, organ, today, ct);
        var countedAt = period.IsMonths ? await db.Set<CountedState>().Select(state => (DateTimeOffset?)state.CountedAt).SingleOrDefaultAsync(ct) : clock.Now().At;
        return TypedResults.Ok(new Response(period.From, period.Until, period.Basis, organ, organ is null ? "全区" : Organs.Find(organ)?.ShortName ?? organ, countedAt,
            [.. Catalogue.All.Select(measure => RowOf(measure, measure.Of(now), measure.Of(before), measure.Of(yearBefore)))],
            Books.All.SelectMany(book => book.Counters).ToDictionary(counter => counter.Name, counter => now[counter.Name])));
    }

    private static Row RowOf(Measure measure, Figure now, Figure before, Figure yearBefore) => new(measure.Code, measure.Name, measure.Kind, measure.Formula, measure.Basis, measure.HigherIsBetter,
        now.Part, now.All, now.Number, now.Value, now.Low, now.High, new(before.Number, before.Value), new(yearBefore.Number, yearBefore.Value), measure.Part, measure.All);
}
