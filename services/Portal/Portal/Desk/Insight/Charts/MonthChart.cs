using System.Globalization;
using System.Text;

namespace Xinfang.Portal.Desk.Insight.Charts;

/// <summary>A month in a chart; null where nothing is drawn.</summary>
public sealed record MonthPoint(DateOnly Month, double? Now, double? Before);

/// <summary>Where the lines of a chart by month run. The stylesheet writes larger where the chart is narrow, and leaves two of three months out.</summary>
internal sealed class MonthChart
{
    public const int Width = 544, Height = 300, Left = 66, Right = 500, Top = 28, Bottom = 256;

    private readonly IReadOnlyList<MonthPoint> _points;
    private readonly string _kind;
    private readonly double _low, _step;
    private readonly int _steps;

    public MonthChart(IReadOnlyList<MonthPoint> points, string kind)
    {
        (_points, _kind) = (points, kind);
        var values = points.SelectMany(point => new[] { point.Now, point.Before }).OfType<double>().ToList();
        var (low, high) = values.Count == 0 ? (0, 1) : (values.Min(), values.Max());
        if (low < high / 2) low = 0; // a line far above the ground is cut off only where it hides nothing
        _step = Nice(Math.Max((high - low) / 4, kind == "Count" ? 1 : 0.001));
        _low = Math.Max(0, Math.Floor(low / _step) * _step);
        _steps = Math.Max(1, (int)Math.Ceiling(Math.Round((high - _low) / _step, 6)));
    }

    public IEnumerable<(double Y, string Label)> Ticks => Enumerable.Range(0, _steps + 1).Select(step => _low + (step * _step)).Select(value => (Y(value), Label(value)));

    /// <summary>At most a dozen fit.</summary>
    public IEnumerable<(double X, string Label, bool Third)> Months => Enumerable.Range(0, _points.Count).Where(place => (_points.Count - 1 - place) % Every == 0)
        .Select(place => (X(place), _points.Count > 12 ? $"{_points[place].Month:yy}.{_points[place].Month.Month}" : $"{_points[place].Month.Month}月", (_points.Count - 1 - place) / Every % 3 == 0));

    public string Line(Func<MonthPoint, double?> of)
    {
        var path = new StringBuilder();
        var drawing = false;
        for (var place = 0; place < _points.Count; place++)
        {
            if (of(_points[place]) is { } value) path.Append(CultureInfo.InvariantCulture, $"{(drawing ? 'L' : 'M')}{N(X(place))} {N(Y(value))}");
            drawing = of(_points[place]) is not null;
        }
        return path.ToString();
    }

    /// <summary>The last of a line and, as dots, what no line leads to.</summary>
    public IEnumerable<(double X, double Y, string? Label)> Dots(Func<MonthPoint, double?> of)
    {
        var last = Enumerable.Range(0, _points.Count).LastOrDefault(place => of(_points[place]) is not null, -1);
        bool Drawn(int place) => place >= 0 && place < _points.Count && of(_points[place]) is not null;
        return Enumerable.Range(0, _points.Count).Where(place => Drawn(place) && (place == last || (!Drawn(place - 1) && !Drawn(place + 1))))
            .Select(place => (X(place), Y(of(_points[place])!.Value), place == last ? Label(of(_points[place])!.Value, exact: true) : null));
    }

    public static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private int Every => (_points.Count + 11) / 12;

    private double X(int place) => _points.Count == 1 ? (Left + Right) / 2d : Left + 14 + (place * (Right - Left - 28d) / (_points.Count - 1));

    private double Y(double value) => Bottom - ((value - _low) / (_steps * _step) * (Bottom - Top));

    private string Label(double value, bool exact = false) => _kind switch
    {
        "Share" => (value * 100).ToString(exact || _step < 0.01 ? "0.0" : "0", CultureInfo.InvariantCulture) + "%",
        "Mean" => value.ToString(exact || _step < 1 ? "0.0" : "0", CultureInfo.InvariantCulture),
        _ => value.ToString("0", CultureInfo.InvariantCulture),
    };

    // 1, 2 or 5 of a power of ten.
    private static double Nice(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return power * (least / power <= 1 ? 1 : least / power <= 2 ? 2 : least / power <= 5 ? 5 : 10);
    }
}
