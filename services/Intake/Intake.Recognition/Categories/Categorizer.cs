namespace Xinfang.Intake.Recognition.Categories;

/// <summary>A text and what somebody decided it is.</summary>
public sealed record Example(Wording Wording, string Label);

/// <summary>One label and how likely it is.</summary>
/// <param name="Probability">0 to 1; the guesses of one text sum to 1. Of a hundred said with 0.8 about eighty are right.</param>
public sealed record Guess(string Label, double Probability);

/// <summary>
/// Says to which of the labels that it has learnt a petition belongs, how likely, and which of its words speak for it. Never decides
/// (《个人信息保护法》第24条). Learning twice from the same examples gives the same categorizer.
/// </summary>
public sealed class Categorizer
{
    /// <summary>With fewer examples or labels there is nothing to learn.</summary>
    public const int FewestExamples = 20;

    private const int Folds = 4;

    private readonly Scorer _scorer;
    private readonly Calibration _calibration;

    internal Categorizer(IReadOnlyList<string> labels, Scorer scorer, Calibration calibration) => (Labels, _scorer, _calibration) = (labels, scorer, calibration);

    /// <summary>The labels in ordinal order.</summary>
    public IReadOnlyList<string> Labels { get; }

    internal Scorer Scorer => _scorer;

    internal Calibration Calibration => _calibration;

    /// <summary>Learns from decided texts.</summary>
    /// <exception cref="ArgumentException">Fewer than <see cref="FewestExamples"/> examples, or all of one label.</exception>
    public static Categorizer Learn(IReadOnlyList<Example> examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        var labels = examples.Select(example => example.Label).Distinct().Order(StringComparer.Ordinal).ToList();
        if (examples.Count < FewestExamples || labels.Count < 2) throw new ArgumentException("There is too little to learn from.", nameof(examples));
        var texts = examples.Select(example => Features.Of(example.Wording)).ToList();
        var classes = examples.Select(example => labels.BinarySearch(example.Label, StringComparer.Ordinal)).ToList();
        return new Categorizer(labels, Scorer.Learn(texts, classes, labels.Count), Calibrate(texts, classes, labels.Count));
    }

    /// <summary>As bytes, to be kept; without any word of what it learnt from.</summary>
    public byte[] Write() => CategorizerFile.Write(this);

    /// <summary>From what <see cref="Write"/> made. Its weights are rounded, so it may say a probability in the third decimal otherwise.</summary>
    /// <exception cref="InvalidDataException">Not such bytes.</exception>
    public static Categorizer Read(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return CategorizerFile.Read(bytes);
    }

    /// <summary>Judges a text that is known.</summary>
    public Judged Judge(Example example)
    {
        ArgumentNullException.ThrowIfNull(example);
        var guesses = Guess(example.Wording);
        return new(example.Label, guesses[0].Label, guesses[1].Label, guesses[0].Probability);
    }

    /// <summary>All labels, the likeliest first.</summary>
    public IReadOnlyList<Guess> Guess(Wording wording)
    {
        var (first, second) = _scorer.Score(Features.Of(wording));
        return [.. _calibration.Probabilities(first, second).Select((p, k) => new Guess(Labels[k], p)).OrderByDescending(guess => guess.Probability)];
    }

    /// <summary>Passages of the text, as written, that speak for the label, the strongest first.</summary>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<string> Evidence(Wording wording, string label, int most = 5)
    {
        var k = Labels.ToList().IndexOf(label);
        return k < 0 ? [] : Speaking.For(_scorer, wording, k, most);
    }

    // The opinions judge texts they have learnt by heart too well: each quarter is judged by what the other three teach.
    private static Calibration Calibrate(List<Features> texts, List<int> classes, int count)
    {
        var fold = new int[texts.Count];
        foreach (var group in Enumerable.Range(0, texts.Count).GroupBy(i => classes[i]))
            foreach (var (i, n) in group.Select((i, n) => (i, n))) fold[i] = n % Folds;
        var scores = new (double[], double[])[texts.Count];
        for (var f = 0; f < Folds; f++)
        {
            var others = Enumerable.Range(0, texts.Count).Where(i => fold[i] != f).ToList();
            var scorer = Scorer.Learn(others.ConvertAll(i => texts[i]), others.ConvertAll(i => classes[i]), count);
            foreach (var i in Enumerable.Range(0, texts.Count).Where(i => fold[i] == f)) scores[i] = scorer.Score(texts[i]);
        }
        return Calibration.Fit(scores, classes, count);
    }
}
