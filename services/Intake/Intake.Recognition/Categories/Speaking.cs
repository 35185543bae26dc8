namespace Xinfang.Intake.Recognition.Categories;

/// <summary>Finds the passages that speak for a class: each character gets its share of what the grams and words around it weigh for this class more than for the average one.</summary>
internal static class Speaking
{
    private const int Longest = 8, Shortest = 2;

    public static IReadOnlyList<string> For(Scorer scorer, Wording wording, int k, int most)
    {
        var found = In(scorer, wording.Subject, k, subject: true).Concat(In(scorer, wording.Rest, k, subject: false));
        List<string> chosen = [];
        foreach (var (passage, _) in found.OrderByDescending(f => f.Weight))
        {
            if (chosen.Count == most) break;
            if (!chosen.Exists(other => other.Contains(passage, StringComparison.Ordinal) || passage.Contains(other, StringComparison.Ordinal))) chosen.Add(passage);
        }
        return chosen;
    }

    private static IEnumerable<(string Passage, double Weight)> In(Scorer scorer, string text, int k, bool subject)
    {
        var (normal, origin) = Characters.Normal(text, digits: false);
        var weights = new double[normal.Length];
        for (var i = 0; i < normal.Length; i++)
        {
            weights[i] += Pull(scorer, Features.Number(normal.AsSpan(i, 1), false), k) * 0.5;
            if (i + 1 < normal.Length) Share(i, 2, Pull(scorer, Features.Number(normal.AsSpan(i, 2), false), k) + (subject ? Pull(scorer, Features.Number(normal.AsSpan(i, 2), true), k) : 0));
        }
        Topics.In(normal, (topic, at, length) => Share(at, length, Pull(scorer, Features.GramSpace + topic, k)));

        for (var start = 0; start < normal.Length; start++)
        {
            if (weights[start] <= 0 || normal[start] is Characters.Mark or '0') continue;
            var end = start;
            while (end < normal.Length && end - start < Longest && weights[end] > 0 && normal[end] is not Characters.Mark) end++;
            if (end - start >= Shortest) yield return (text[origin[start]..(origin[end - 1] + 1)], weights[start..end].Sum());
            start = end;
        }

        void Share(int at, int length, double weight)
        {
            for (var j = at; j < at + length; j++) weights[j] += weight / length;
        }
    }

    private static double Pull(Scorer scorer, int number, int k)
    {
        var (own, all) = (scorer.Weight(number, k), 0.0);
        for (var other = 0; other < scorer.Classes; other++) all += scorer.Weight(number, other);
        return own - (all / scorer.Classes);
    }
}
