using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Measures;

/// <summary>One measure month by month, beside the same month of the year before: GET /measures/{code}/months. Days that are no whole months are widened to them.</summary>
internal static class FollowMeasure
{
    public sealed record Point(DateOnly Month, long Part, long All, double? Number, string Value, double? YearBefore, string YearBeforeValue);

    public sealed record Response(string Code, string Name, FigureKind Kind, IReadOnlyList<Point> Points);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(string code, [AsParameters] Asked asked, CurrentCaller caller, NpgsqlDataSource database, LegalClock clock, CancellationToken ct)
    {
        if (Catalogue.Find(code) is not { } measure) return Readers.NotFound();
        if (!asked.TryRead(caller, clock.Now().Date, out var period, out var organ, out var problem)) return problem;
        var (from, until) = (MonthOf(period.From), MonthOf(period.Until.AddDays(-1)).AddMonths(1));
        var months = await Reading.MonthsAsync(database, period with { From = from.AddYears(-1), Until = until }, organ, ct);
        Figure At(DateOnly month) => measure.Of(months.GetValueOrDefault(month) ?? Counted.Empty(""));
        var points = new List<Point>();
        for (var month = from; month < until; month = month.AddMonths(1))
        {
            var (figure, earlier) = (At(month), At(month.AddYears(-1)));
            points.Add(new(month, figure.Part, figure.All, figure.Number, figure.Value, earlier.Number, earlier.Value));
        }
        return TypedResults.Ok(new Response(measure.Code, measure.Name, measure.Kind, points));
    }

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);
}
