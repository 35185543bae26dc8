namespace Xinfang.Intake.Recognition.Categories;

/// <summary>How one text was judged by a categorizer that had not learnt from it.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Second">The second guess.</param>
/// <param name="Probability">Said of the first.</param>
public sealed record Judged(string Label, string First, string Second, double Probability)
{
    public bool Right => First == Label;
}

/// <summary>How well one label is recognised.</summary>
/// <param name="Examples">Texts that have it.</param>
/// <param name="Precision">Of those said to be it, the share that is.</param>
/// <param name="Recall">Of those that are it, the share that was said.</param>
public sealed record LabelQuality(string Label, int Examples, double Precision, double Recall, double F1);

/// <summary>How well a categorizer judges.</summary>
/// <param name="MacroF1">Mean of F1 over the labels, small and large alike.</param>
/// <param name="CalibrationError">Mean distance between what was said and what was so, in ten bands of certainty.</param>
public sealed record Quality(int Examples, double MacroF1, double Accuracy, double Top2, double CalibrationError, IReadOnlyList<LabelQuality> Labels)
{
    public static Quality Of(IReadOnlyCollection<Judged> judged)
    {
        ArgumentNullException.ThrowIfNull(judged);
        if (judged.Count == 0) return new(0, 0, 0, 0, 0, []);
        List<LabelQuality> labels = [.. judged.Select(j => j.Label).Distinct().Order(StringComparer.Ordinal).Select(label => LabelOf(judged, label))];
        return new(
            judged.Count, labels.Average(label => label.F1), Share(judged, j => j.Right), Share(judged, j => j.Right || j.Second == j.Label),
            judged.GroupBy(j => (int)(j.Probability * 9.999)).Sum(band => Math.Abs(band.Average(j => j.Probability) - Share([.. band], j => j.Right)) * band.Count() / judged.Count), labels);
    }

    private static LabelQuality LabelOf(IReadOnlyCollection<Judged> judged, string label)
    {
        var (hits, all, said) = (judged.Count(j => j.Label == label && j.Right), judged.Count(j => j.Label == label), judged.Count(j => j.First == label));
        return new(label, all, said == 0 ? 0 : (double)hits / said, (double)hits / all, hits == 0 ? 0 : 2.0 * hits / (all + said));
    }

    private static double Share(IReadOnlyCollection<Judged> judged, Func<Judged, bool> right) => (double)judged.Count(right) / judged.Count;
}

/// <summary>Each part of the examples judged by what the others teach. Nothing is chosen by looking at the part judged.</summary>
public static class CrossValidation
{
    private const int Seed = 20261124, Beginning = 40;

    /// <summary>Numbers of the examples, part by part. Whole groups of texts that begin alike stay in one part: a copy among the others would answer for its original.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Parts(IReadOnlyList<Example> examples, int parts)
    {
        ArgumentNullException.ThrowIfNull(examples);
        var groups = Enumerable.Range(0, examples.Count).GroupBy(i => BeginningOf(examples[i].Wording)).ToArray();
        new Random(Seed).Shuffle(groups);
        var result = Enumerable.Range(0, parts).Select(_ => new List<int>()).ToList();
        foreach (var label in groups.GroupBy(group => examples[group.First()].Label))
            foreach (var (group, n) in label.Select((group, n) => (group, n))) result[n % parts].AddRange(group);
        return result;
    }

    /// <summary>Every example judged, in their order; null where the others were too few to learn from.</summary>
    public static IReadOnlyList<Judged?> Run(IReadOnlyList<Example> examples, int parts, CancellationToken ct)
    {
        var judged = new Judged?[examples.Count];
        foreach (var part in Parts(examples, parts))
        {
            ct.ThrowIfCancellationRequested();
            var mine = part.ToHashSet();
            List<Example> others = [.. examples.Where((_, i) => !mine.Contains(i))];
            if (others.Count < Categorizer.FewestExamples || others.DistinctBy(example => example.Label).Take(2).Count() < 2) continue;
            var categorizer = Categorizer.Read(Categorizer.Learn(others).Write()); // as it is put in use
            foreach (var i in part) judged[i] = categorizer.Judge(examples[i]);
        }
        return judged;
    }

    private static string BeginningOf(Wording wording) => wording.Rest.Length > Beginning ? wording.Rest.Trim() is { Length: > Beginning } rest ? rest[..Beginning] : wording.Rest.Trim() : wording.Subject;
}
