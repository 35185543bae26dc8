namespace Xinfang.Intake.Recognition.Categories;

/// <summary>What is counted in a petition: single characters and pairs of them in the whole text and once more in the subject alone, and the subjects of the thesaurus.</summary>
internal sealed class Features
{
    /// <summary>Grams are folded into this many numbers; two of them meeting in one costs little and saves a dictionary.</summary>
    public const int GramSpace = 1 << 19;

    /// <summary>All numbers: grams, then subjects in the whole text, then subjects in the subject line.</summary>
    public static int Space { get; } = GramSpace + (2 * Topics.Count);

    private const uint InText = 0x811C9DC5, InSubject = 0x1F3D5B79;

    /// <summary>Distinct grams of the whole text and how often each occurs.</summary>
    public required int[] Grams { get; init; }
    public required int[] Counts { get; init; }

    /// <summary>The same of the subject line.</summary>
    public required int[] SubjectGrams { get; init; }
    public required int[] SubjectCounts { get; init; }

    /// <summary>Subjects of the thesaurus, as a vector of length 1.</summary>
    public required Sparse TopicShares { get; init; }

    public static Features Of(Wording wording)
    {
        var subject = Characters.Normal(wording.Subject, digits: false).Text;
        var rest = Characters.Normal(wording.Rest, digits: false).Text;
        var (grams, counts) = Counted($"{subject}{Characters.Mark}{rest}", InText);
        var (subjectGrams, subjectCounts) = Counted($"{Characters.Mark}{subject}{Characters.Mark}", InSubject);
        return new Features { Grams = grams, Counts = counts, SubjectGrams = subjectGrams, SubjectCounts = subjectCounts, TopicShares = TopicsOf(subject, rest) };
    }

    /// <summary>The number of a gram of one or two characters.</summary>
    public static int Number(ReadOnlySpan<char> gram, bool inSubject)
    {
        var hash = inSubject ? InSubject : InText;
        foreach (var c in gram)
        {
            hash = (hash ^ c) * 16777619;
            hash ^= hash >> 15;
        }
        return (int)(hash * 2654435761 >> 13);
    }

    private static (int[] Grams, int[] Counts) Counted(string text, uint place)
    {
        var all = new int[Math.Max(0, (2 * text.Length) - 1)];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            all[count++] = Number(text.AsSpan(i, 1), place is InSubject);
            if (i + 1 < text.Length) all[count++] = Number(text.AsSpan(i, 2), place is InSubject);
        }
        Array.Sort(all);
        return RunLengths(all);
    }

    private static (int[] Values, int[] Counts) RunLengths(int[] sorted)
    {
        var (values, counts, distinct) = (new int[sorted.Length], new int[sorted.Length], 0);
        foreach (var value in sorted)
        {
            if (distinct > 0 && values[distinct - 1] == value) counts[distinct - 1]++;
            else (values[distinct], counts[distinct++]) = (value, 1);
        }
        return (values[..distinct], counts[..distinct]);
    }

    // A word of the subject line counts twice in the whole and once by itself.
    private static Sparse TopicsOf(string subject, string rest)
    {
        var counts = new float[2 * Topics.Count];
        Topics.In(subject, (topic, _, _) => (counts[topic], counts[Topics.Count + topic]) = (counts[topic] + 2, counts[Topics.Count + topic] + 1));
        Topics.In(rest, (topic, _, _) => counts[topic]++);
        var indices = Enumerable.Range(0, counts.Length).Where(i => counts[i] > 0).ToArray();
        var values = Array.ConvertAll(indices, i => MathF.Log(1 + counts[i]));
        var norm = MathF.Sqrt(values.Sum(v => v * v));
        return new Sparse(Array.ConvertAll(indices, i => GramSpace + i), Array.ConvertAll(values, v => v / norm));
    }
}
