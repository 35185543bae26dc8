using System.Diagnostics;
using System.Text.Json;
using Xinfang.Intake.Recognition;
using Xinfang.Intake.Recognition.Categories;

namespace Xinfang.Load;

/// <summary>The category learnt by the product's own path: from one file and tested on another, or by cross-validation on one. Nothing is chosen by looking at the test.</summary>
internal static class Classify
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(Options options)
    {
        var start = Stopwatch.GetTimestamp();
        var folds = options.Number("--folds", 0);
        var result = folds > 0
            ? CrossValidate(Labelled(options.Rest is [var file, ..] ? file : options["--file"] ?? throw new ArgumentException("classify --folds N FILE")), folds)
            : LearnAndTest(Labelled(options["--train"] ?? throw new ArgumentException("classify --train FILE --test FILE")), Labelled(options["--test"]!));
        var quality = Quality.Of(result.Judged);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            command = "classify",
            folds,
            messages = result.Judged.Count,
            macroF1 = Math.Round(quality.MacroF1, 4),
            accuracy = Math.Round(quality.Accuracy, 4),
            top2 = Math.Round(quality.Top2, 4),
            perClass = quality.Labels.ToDictionary(label => label.Label, label => Math.Round(label.F1, 4)),
            calibrationError = Math.Round(quality.CalibrationError, 4),
            modelBytes = result.Bytes,
            trainSeconds = Math.Round(result.TrainSeconds, 1),
            perSecond = Math.Round(result.PerSecond),
            seconds = Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 1),
        }, Readable));
        return 0;
    }

    private sealed record Result(List<Judged> Judged, double TrainSeconds, double PerSecond, int Bytes);

    // Judged by the bytes that the service keeps, not by what was in memory while learning.
    private static Result LearnAndTest(List<Example> train, List<Example> test)
    {
        var start = Stopwatch.GetTimestamp();
        var kept = Categorizer.Learn(train).Write();
        var trained = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var categorizer = Categorizer.Read(kept);
        return new(test.ConvertAll(categorizer.Judge), trained, Speed(categorizer, test), kept.Length);
    }

    private static Result CrossValidate(List<Example> examples, int folds)
    {
        List<Result> results = [];
        foreach (var part in CrossValidation.Parts(examples, folds))
        {
            var mine = part.ToHashSet();
            results.Add(LearnAndTest([.. examples.Where((_, i) => !mine.Contains(i))], [.. part.Select(i => examples[i])]));
            Progress.Say($"part {results.Count} of {folds}: {results[^1].Judged.Count(j => j.Right)} of {results[^1].Judged.Count} right");
        }
        return new([.. results.SelectMany(r => r.Judged)], results.Max(r => r.TrainSeconds), results.Average(r => r.PerSecond), results.Max(r => r.Bytes));
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

    private static List<Example> Labelled(string path) =>
        [.. LoadedMessage.Read(path).Where(message => message.Label is not null).Select(message => new Example(message.Wording, message.Label!))];
}
