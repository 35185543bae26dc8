using System.Diagnostics;
using System.Text.Json;
using Xinfang.Insight.Api.Warnings;
using Xinfang.ServiceDefaults.Organs;
using Find = Xinfang.Insight.Api.Warnings.Surges;

namespace Xinfang.Load;

/// <summary>
/// Surges found in made-up years, against surges that were planted: 12 streets and 17 contents with seasons, trends, weekdays and more scatter than
/// chance, looked at every day as the service does (what two days running show is told), once without and once with planted surges. A planted surge is one cell for three weeks with
/// three times what it would have had, and at least <see cref="LeastAWeek"/> petitions a week more. It is found by a warning in those weeks or the week
/// after; any other warning is false, a warning being told again only after six weeks, as the service does.
/// </summary>
internal static class Surges
{
    private const int BurnIn = 5, DaysOfYear = 364, APlantedYear = 12, LeastAWeek = 6, Silence = 42, After = 7;

    private static readonly SurgeRules Rules = new();

    public static int Run(Options options)
    {
        var (years, seed) = (options.Number("--years", 100), options.Number("--seed", 1));
        var start = Stopwatch.GetTimestamp();
        var (calm, _) = Watch(new District(seed, BurnIn + years, 0), years);
        Progress.Say($"{years} years without planted surges: {calm.Count} warnings");
        var district = new District(seed, BurnIn + years, APlantedYear);
        var (told, looks) = Watch(district, years);
        var planted = district.Planted.Where(surge => surge.From >= BurnIn * DaysOfYear).ToList();
        var found = planted.Where(surge => told.Exists(each => surge.Covers(each))).ToList();
        var right = told.Count(each => planted.Exists(surge => surge.Covers(each)));
        var delays = found.ConvertAll(surge => told.Where(surge.Covers).Min(each => each.Day) - surge.From + 1).Order().ToList();
        var (precision, recall) = (right / (double)Math.Max(1, told.Count), found.Count / (double)Math.Max(1, planted.Count));
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            command = "surges",
            years,
            seed,
            cells = District.Streets * District.Contents,
            petitionsAYear = district.Petitions / (BurnIn + years),
            planted = planted.Count,
            found = found.Count,
            warnings = told.Count,
            right,
            precision = Math.Round(precision, 4),
            recall = Math.Round(recall, 4),
            recallOfSmallCells = Share(planted, found, surge => surge.Usual < 1),
            recallOfLargeCells = Share(planted, found, surge => surge.Usual >= 3),
            daysUntilTold = new { median = delays.Count == 0 ? 0 : delays[delays.Count / 2], nine_of_ten = delays.Count == 0 ? 0 : delays[delays.Count * 9 / 10] },
            falseAYearWithoutSurges = Math.Round(calm.Count / (double)years, 3),
            looks,
            seconds = Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 1),
        }));
        return precision >= 0.9 && recall >= 0.9 ? 0 : 1;
    }

    private static double Share(List<Planted> planted, List<Planted> found, Func<Planted, bool> such) => Math.Round(found.Count(such) / (double)Math.Max(1, planted.Count(such)), 4);

    private static (List<Told> Told, int Looks) Watch(District district, int years)
    {
        var (first, last) = (BurnIn * DaysOfYear, (BurnIn + years) * DaysOfYear);
        var seen = new IReadOnlyList<Surge>[last - first];
        Parallel.For(first, last, day => seen[day - first] = Find.Find(district.CellsOn(day, Find.History), Rules));
        var (told, quietUntil) = (new List<Told>(), new Dictionary<(string, string), int>());
        for (var day = first + 1; day < last; day++)
            foreach (var surge in Find.Lasting(seen[day - first], seen[day - first - 1]))
            {
                if (day < quietUntil.GetValueOrDefault((surge.Street, surge.Content))) continue;
                quietUntil[(surge.Street, surge.Content)] = day + Silence;
                told.Add(new(surge.Street, surge.Content, day));
            }
        return (told, last - first);
    }

    private sealed record Told(string Street, string Content, int Day);

    /// <param name="Usual">Petitions a week the cell would have had.</param>
    private sealed record Planted(string Street, string Content, int From, int Until, double Usual)
    {
        public bool Covers(Told told) => told.Street == Street && told.Content == Content && told.Day >= From && told.Day < Until + After;
    }

    /// <summary>Days of a district, drawn once; a year has 52 whole weeks.</summary>
    private sealed class District
    {
        public const int Streets = 12, Contents = 17;

        private static readonly double[] Weekdays = [1.3, 1.2, 1.1, 1.1, 1.0, 0.7, 0.6];

        private readonly int[][] _upTo = new int[Streets * Contents][];

        public District(int seed, int years, int plantedAYear)
        {
            for (var cell = 0; cell < _upTo.Length; cell++) _upTo[cell] = new int[(years * DaysOfYear) + 1];
            Draw(new Random(seed), new Random(seed + 1), years, plantedAYear);
        }

        public List<Planted> Planted { get; } = [];

        public long Petitions => _upTo.Sum(cell => (long)cell[^1]);

        /// <summary>Whole weeks back from the end of a day.</summary>
        public List<CellWeeks> CellsOn(int day, int weeks)
        {
            var cells = new List<CellWeeks>(_upTo.Length);
            for (var cell = 0; cell < _upTo.Length; cell++)
            {
                var counts = new int[weeks];
                for (var back = 0; back < weeks; back++) counts[back] = _upTo[cell][day + 1 - (7 * back)] - _upTo[cell][day - 6 - (7 * back)];
                cells.Add(new(StreetOf(cell), ContentOf(cell), counts));
            }
            return cells;
        }

        private static string StreetOf(int cell) => Organs.Streets[cell / Contents].Code;

        private static string ContentOf(int cell) => $"{(cell % Contents) + 1:00}0000";

        private void Draw(Random random, Random planting, int years, int plantedAYear)
        {
            var street = Enumerable.Range(0, Streets).Select(_ => Math.Exp(0.45 * Normal(random))).ToArray();
            var content = Enumerable.Range(0, Contents).Select(place => 1 / Math.Pow(place + 1, 0.8)).ToArray();
            var even = 320 / (street.Sum() * content.Sum()); // petitions a week in the whole district
            // A season of each content: a wave of a year, and for the fourth (heating) a steep winter.
            var waves = Enumerable.Range(0, Contents).Select(_ => (Height: 0.1 + (0.3 * random.NextDouble()), Peak: random.NextDouble())).ToArray();
            var own = Enumerable.Range(0, _upTo.Length).Select(_ => (Height: 0.15 * random.NextDouble(), Peak: random.NextDouble())).ToArray();
            var scatter = Enumerable.Range(0, _upTo.Length).Select(_ => 0.02 + (0.1 * random.NextDouble())).ToArray();
            var trend = new double[_upTo.Length];
            var quiet = new int[_upTo.Length];
            for (var week = 0; week < years * 52; week++)
            {
                var (at, plants) = (week % 52 / 52.0, plantedAYear > 0 ? planting.NextDouble() < plantedAYear / 52.0 : false);
                if (plants) Plant(planting, week, quiet);
                var together = Enumerable.Range(0, Contents).Select(_ => Gamma(random, 0.015)).ToArray();
                for (var cell = 0; cell < _upTo.Length; cell++)
                {
                    trend[cell] = (trend[cell] * 0.999) + (0.012 * Normal(random)); // about a tenth up or down in a year
                    var (wave, ownWave) = (waves[cell % Contents], own[cell]);
                    var season = Math.Exp((wave.Height * Math.Cos(2 * Math.PI * (at - wave.Peak))) + (ownWave.Height * Math.Cos(2 * Math.PI * (at - ownWave.Peak))));
                    if (cell % Contents == 3) season *= at is < 0.2 or > 0.85 ? 2.5 : 0.6;
                    var usual = even * street[cell / Contents] * content[cell % Contents] * season * Math.Exp(trend[cell]);
                    var mean = usual * together[cell % Contents] * Gamma(random, scatter[cell]);
                    DrawWeek(random, planting, cell, week, usual, mean);
                }
            }
        }

        private void DrawWeek(Random random, Random planting, int cell, int week, double usual, double mean)
        {
            var at = Planted.FindLastIndex(surge => surge.Street == StreetOf(cell) && surge.Content == ContentOf(cell));
            for (var day = week * 7; day < (week * 7) + 7; day++)
            {
                var count = Poisson(random, mean * Weekdays[day % 7] / 7);
                if (at >= 0 && day >= Planted[at].From && day < Planted[at].Until)
                {
                    if (day == Planted[at].From) Planted[at] = Planted[at] with { Usual = usual };
                    count += Poisson(planting, Math.Max(2 * usual, LeastAWeek) * Weekdays[day % 7] / 7);
                }
                _upTo[cell][day + 1] = _upTo[cell][day] + count;
            }
        }

        // Any cell, large or small, that has had none for half a year.
        private void Plant(Random planting, int week, int[] quiet)
        {
            var cell = planting.Next(_upTo.Length);
            while (quiet[cell] > week) cell = planting.Next(_upTo.Length);
            quiet[cell] = week + 26;
            Planted.Add(new(StreetOf(cell), ContentOf(cell), week * 7, (week + 3) * 7, 0));
        }

        private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

        // Mean 1 and this variance (Marsaglia and Tsang, 2000; the shape is always above 1).
        private static double Gamma(Random random, double variance)
        {
            var d = (1 / variance) - (1.0 / 3);
            var c = 1 / Math.Sqrt(9 * d);
            while (true)
            {
                var (x, u) = (Normal(random), 1 - random.NextDouble());
                var v = Math.Pow(1 + (c * x), 3);
                if (v > 0 && Math.Log(u) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v))) return d * v * variance;
            }
        }

        private static int Poisson(Random random, double mean)
        {
            var (limit, product, count) = (Math.Exp(-mean), random.NextDouble(), 0);
            while (product > limit)
            {
                count++;
                product *= random.NextDouble();
            }
            return count;
        }
    }
}
