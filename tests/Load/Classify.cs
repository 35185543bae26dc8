using System.Diagnostics;
using System.Text.Json;
using Xinfang.Intake.Recognition;
using Xinfang.Intake.Recognition.Categories;

namespace Xinfang.Load;

/// <summary>The category learnt by the product's own path: from one file and tested on another, or by cross-validation on one. Nothing is chosen by looking at the test.</summary>
internal static class Classify
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private sealed record Judged(string Label, string First, string Second);

    public static int Run(Options options)
    {
        var start = Stopwatch.GetTimestamp();
        var folds = options.Number("--folds", 0);
        var result = folds > 0
            ? CrossValidate(Labelled(options.Rest is [var file, ..] ? file : options["--file"] ?? throw new ArgumentException("classify --folds N FILE")), folds)
            : LearnAndTest(Labelled(options["--train"] ?? throw new ArgumentException("classify --train FILE --test FILE")), Labelled(options["--test"]!));
        var labels = result.Judged.Select(j => j.Label).Distinct().Order(StringComparer.Ordinal).ToList();
        var perClass = labels.ToDictionary(label => label, label => Math.Round(F1(result.Judged, label), 4));
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            command = "classify",
            folds,
            messages = result.Judged.Count,
            macroF1 = Math.Round(labels.Average(label => F1(result.Judged, label)), 4),
            accuracy = Share(result.Judged, j => j.First == j.Label),
            top2 = Share(result.Judged, j => j.First == j.Label || j.Second == j.Label),
            perClass,
            calibrationError = Math.Round(CalibrationError(result.Sure), 4),
            trainSeconds = Math.Round(result.TrainSeconds, 1),
            perSecond = Math.Round(result.PerSecond),
            seconds = Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 1),
        }, Readable));
        return 0;
    }

    private sealed record Result(List<Judged> Judged, List<(double Probability, bool Right)> Sure, double TrainSeconds, double PerSecond);

    private static Result LearnAndTest(List<Example> train, List<Example> test)
    {
        var start = Stopwatch.GetTimestamp();
        var categorizer = Categorizer.Learn(train);
        var trained = Stopwatch.GetElapsedTime(start).TotalSeconds;
        List<Judged> judged = [];
        List<(double, bool)> sure = [];
        foreach (var example in test)
        {
            var guesses = categorizer.Guess(example.Wording);
            judged.Add(new(example.Label, guesses[0].Label, guesses[1].Label));
            sure.Add((guesses[0].Probability, guesses[0].Label == example.Label));
        }
        return new(judged, sure, trained, Speed(categorizer, test));
    }

    // Whole groups of equal texts stay on one side: a copy in the training half would answer for its original.
    private static Result CrossValidate(List<Example> examples, int folds)
    {
        var random = new Random(20261124);
        var groups = examples.GroupBy(example => example.Wording.Rest.Length > 40 ? example.Wording.Rest.Trim()[..40] : example.Wording.Subject).ToArray();
        random.Shuffle(groups);
        var parts = Enumerable.Range(0, folds).Select(_ => new List<Example>()).ToList();
        foreach (var label in groups.GroupBy(group => group.First().Label))
            foreach (var (group, n) in label.Select((group, n) => (group, n))) parts[n % folds].AddRange(group);

        List<Result> results = [];
        for (var f = 0; f < folds; f++)
        {
            results.Add(LearnAndTest([.. parts.Where((_, i) => i != f).SelectMany(part => part)], parts[f]));
            Progress.Say($"part {f + 1} of {folds}: {results[^1].Judged.Count(j => j.First == j.Label)} of {results[^1].Judged.Count} right");
        }
        return new([.. results.SelectMany(r => r.Judged)], [.. results.SelectMany(r => r.Sure)], results.Max(r => r.TrainSeconds), results.Average(r => r.PerSecond));
    }

    // One thread, at least a second of its own time (others may have the core meanwhile), after a first round that compiles.
    private static double Speed(Categorizer categorizer, List<Example> texts)
    {
        foreach (var text in texts) categorizer.Guess(text.Wording);
        var (start, done) = (Environment.CpuUsage.TotalTime, 0);
        while ((Environment.CpuUsage.TotalTime - start).TotalSeconds < 1)
            foreach (var text in texts)
            {
                categorizer.Guess(text.Wording);
                done++;
            }
        return done / (Environment.CpuUsage.TotalTime - start).TotalSeconds;
    }

    private static double F1(List<Judged> judged, string label)
    {
        var hits = judged.Count(j => j.Label == label && j.First == label);
        var wrong = judged.Count(j => j.Label == label ^ j.First == label);
        return hits == 0 ? 0 : 2.0 * hits / ((2 * hits) + wrong);
    }

    // Mean distance between what was said and what was so, in ten bands of certainty.
    private static double CalibrationError(List<(double Probability, bool Right)> sure) =>
        sure.GroupBy(s => (int)(s.Probability * 9.999)).Sum(band => Math.Abs(band.Average(s => s.Probability) - band.Average(s => s.Right ? 1 : 0)) * band.Count() / sure.Count);

    private static double Share(List<Judged> judged, Func<Judged, bool> right) => Math.Round((double)judged.Count(right) / judged.Count, 4);

    private static List<Example> Labelled(string path) =>
        [.. LoadedMessage.Read(path).Where(message => message.Label is not null).Select(message => new Example(message.Wording, message.Label!))];
}
