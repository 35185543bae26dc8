using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Measures;

/// <summary>
/// One measure by organ, street, content or channel: GET /measures/{code}/ranking?by=Organ. With the interval of each share; whoever has fewer than
/// so many cases is listed after the others and has no place: a small number says little (FixMyStreet #1957).
/// </summary>
internal static class RankMeasure
{
    /// <summary>Smallest number of cases for a place.</summary>
    public const int Enough = 20;

    /// <param name="Place">1 is best; null where there are too few cases or neither more nor less is better.</param>
    public sealed record Line(string Value, string Name, int? Place, long Part, long All, double? Number, string Text, double? Low, double? High, bool Enough);

    public sealed record Response(string Code, string Name, Dimension By, DateOnly From, DateOnly Until, int Minimum, IReadOnlyList<Line> Lines);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        string code, [AsParameters] Asked asked, CurrentCaller caller, NpgsqlDataSource database, LegalClock clock, CancellationToken ct, Dimension? by = null)
    {
        if (Catalogue.Find(code) is not { } measure) return Readers.NotFound();
        if (by is { } named && !Enum.IsDefined(named)) return Acting.Wrong("by", "按Channel、Street、Category、Content或者Organ排。");
        var today = clock.Now().Date;
        if (!asked.TryRead(caller, today, out var period, out var organ, out var problem)) return problem;
        var dimension = by ?? Dimension.Organ;
        var lines = (await Reading.ByAsync(database, period, organ, dimension, today, ct)).Where(line => line.Value.Length > 0).Select(line => (line.Value, Figure: measure.Of(line)))
            .Where(each => each.Figure.All > 0).Select(each => LineOf(measure, dimension, each.Value, each.Figure)).ToList();
        return TypedResults.Ok(new Response(measure.Code, measure.Name, dimension, period.From, period.Until, Enough, [.. Place(measure, lines)]));
    }

    private static Line LineOf(Measure measure, Dimension by, string value, Figure figure) => new(value, Names.Of(by, value), null, figure.Part, figure.All, figure.Number, figure.Value, figure.Low, figure.High,
        (measure.Kind is FigureKind.Count ? figure.Part : figure.All) >= Enough);

    private static IEnumerable<Line> Place(Measure measure, List<Line> lines)
    {
        var sorted = (measure.HigherIsBetter is false || (measure.Kind is FigureKind.Mean) ? lines.OrderBy(line => line.Number) : lines.OrderByDescending(line => line.Number)).ThenBy(line => line.Value, StringComparer.Ordinal).ToList();
        var (seen, place, former) = (0, 0, (double?)null);
        foreach (var line in sorted.Where(line => line.Enough))
        {
            seen++;
            if (line.Number != former) (place, former) = (seen, line.Number); // equals share a place: 1, 1, 3
            yield return measure.HigherIsBetter is null ? line : line with { Place = place };
        }
        foreach (var line in sorted.Where(line => !line.Enough)) yield return line;
    }
}
