namespace Xinfang.Insight.Api.Warnings;

/// <summary>What is usual in the cells of one content: level, season and scatter, learnt from the weeks before the last three.</summary>
internal sealed class Usual
{
    private const int Year = 52, Guard = 3, Near = 104, Around = 2, Shown = 26;

    // Weeks after which the past weighs half; petitions by which a thin season is drawn to none, and a cell's own to its content's;
    // variance between the scatters of cells.
    private const double HalfLife = 26, SeasonPrior = 10, OwnPrior = 15, LevelPrior = 1, LeastScatter = 0.01, ScatterPrior = 0.0016;

    private readonly CellWeeks[] _cells;
    private readonly int _weeks;
    private readonly double[] _season;
    private readonly double[] _level;
    private readonly double[] _heard;
    private readonly Dictionary<int, double[]> _scatter = [];

    public Usual(CellWeeks[] cells)
    {
        (_cells, _weeks) = (cells, cells[0].Weeks.Length);
        _season = Seasons();
        (_level, _heard) = (new double[cells.Length], new double[cells.Length]);
        Levels();
    }

    /// <summary>In the last <paramref name="window"/> weeks together.</summary>
    public double Expected(int cell, int window) => Enumerable.Range(0, window).Sum(week => _level[cell] * _season[week]) * Own(cell);

    /// <summary>Of the negative binomial: the scatter of such windows, and that the level itself is known from so many petitions only.</summary>
    public double Size(int cell, int window) => 1 / (Scatter(cell, window) + (1 / (_heard[cell] + LevelPrior)));

    /// <summary>The last half year of a cell, the last week first.</summary>
    public IReadOnlyList<SurgeWeek> Weeks(int cell)
    {
        var (own, size) = (Own(cell), Size(cell, 1));
        return
        [
            .. Enumerable.Range(0, Math.Min(Shown, _weeks)).Select(week =>
            {
                var expected = _level[cell] * _season[week % Year] * own;
                return new SurgeWeek(week, _cells[cell].Weeks[week], Math.Round(expected, 2), Tail.UpperBound(expected, size, 0.025));
            }),
        ];
    }

    /// <summary>Season of each of the last 52 weeks: the same weeks of earlier years, two more on both sides, against the year around them; all streets together.</summary>
    private double[] Seasons()
    {
        var sums = new int[_weeks + 1];
        for (var week = 0; week < _weeks; week++) sums[week + 1] = sums[week] + _cells.Sum(cell => cell.Weeks[week]);
        var season = new double[Year];
        for (var phase = 0; phase < Year; phase++)
        {
            var (seen, even) = (SeasonPrior, SeasonPrior);
            for (var week = phase + Year; week + (Year / 2) <= _weeks; week += Year)
            {
                // The week itself counts double: a season that begins on a fixed day is a step, not a wave.
                seen += sums[week + 2] - sums[week - 1] + sums[week + 1] - sums[week];
                even += (sums[week + (Year / 2)] - sums[week - (Year / 2)]) * 4.0 / Year;
            }
            season[phase] = seen / even;
        }
        return season;
    }

    /// <summary>Weighted mean of the last two years with the season taken out; where a cell is nearly empty, that of all streets. Single high weeks are cut.</summary>
    private void Levels()
    {
        var last = Math.Min(_weeks, Near);
        var everywhere = _cells.Sum(cell => cell.Weeks[Guard..last].Sum()) / (double)(_cells.Length * (last - Guard));
        for (var cell = 0; cell < _cells.Length; cell++)
        {
            var cut = double.PositiveInfinity;
            for (var pass = 0; pass < 2; pass++)
            {
                var (seen, owed, square) = (0.0, 0.0, 0.0);
                for (var week = Guard; week < last; week++)
                {
                    var (weight, season) = (Math.Pow(0.5, (week - Guard) / HalfLife), _season[week % Year]);
                    seen += weight * Math.Min(_cells[cell].Weeks[week], cut * season);
                    owed += weight * season;
                    square += weight * weight * season;
                }
                _level[cell] = (seen + (LevelPrior * everywhere)) / (owed + LevelPrior);
                _heard[cell] = owed * seen / Math.Max(square, 1e-9);
                cut = _level[cell] + (3 * Math.Sqrt(_level[cell] * (1 + (0.2 * _level[cell])))) + 1;
            }
        }
    }

    /// <summary>The cell's own season in these weeks against its content's: as much as its earlier years have petitions to say so.</summary>
    private double Own(int cell)
    {
        var weeks = _cells[cell].Weeks;
        var (seen, even) = (OwnPrior, OwnPrior);
        for (var middle = Year; middle + (Year / 2) <= _weeks; middle += Year)
        {
            var around = 0;
            for (var week = middle - (Year / 2); week < middle + (Year / 2); week++) around += weeks[week];
            var (own, expected) = (0.0, 0.0);
            for (var week = middle - Around; week <= middle + Around; week++)
            {
                own += weeks[week];
                expected += (double)around / Year * _season[week % Year];
            }
            // An earlier surge in the same weeks is no season.
            seen += Math.Min(own, expected + (2 * Math.Sqrt(expected)) + 1);
            even += expected;
        }
        return seen / even;
    }

    /// <summary>What the counts of such windows of a cell scatter beyond chance: its own, drawn to that of all streets the more the less it has to say.</summary>
    private double Scatter(int cell, int window)
    {
        if (_scatter.TryGetValue(window, out var known)) return known[cell];
        var (each, all) = (new (double Excess, double Square, double Doubt)[_cells.Length], 0.1);
        for (var pass = 0; pass < 2; pass++)
        {
            for (var one = 0; one < _cells.Length; one++) each[one] = Scattered(one, window, all);
            all = Math.Max(LeastScatter, each.Sum(one => one.Excess) / Math.Max(1e-9, each.Sum(one => one.Square)));
        }
        return (_scatter[window] = Array.ConvertAll(each, one =>
        {
            var sure = one.Doubt > 0 ? one.Square * one.Square / one.Doubt : 0; // 1 ÷ the variance of its own estimate
            return one.Square > 0 ? Math.Max(LeastScatter, ((sure * one.Excess / one.Square) + (all / ScatterPrior)) / (sure + (1 / ScatterPrior))) : all;
        }))[cell];
    }

    private (double Excess, double Square, double Doubt) Scattered(int cell, int window, double scatter)
    {
        var (last, excess, square, doubt) = (Math.Min(_weeks, Near), 0.0, 0.0, 0.0);
        for (var week = Guard; week + window <= last; week += window)
        {
            var (count, mean) = (0.0, 0.0);
            for (var each = week; each < week + window; each++)
            {
                count += _cells[cell].Weeks[each];
                mean += _level[cell] * _season[each % Year];
            }
            var variance = mean + (scatter * mean * mean);
            var off = Math.Min(count - mean, 3 * Math.Sqrt(variance)); // an earlier surge is no scatter
            excess += (off * off) - mean;
            square += mean * mean;
            doubt += 2 * variance * variance;
        }
        return (excess, square, doubt);
    }
}
