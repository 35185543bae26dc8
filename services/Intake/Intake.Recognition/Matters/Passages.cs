namespace Xinfang.Intake.Recognition.Matters;

/// <summary>A run of characters that both texts have.</summary>
/// <param name="InFirst">Where it starts in the first text, as written.</param>
/// <param name="LengthInFirst">How long it is there; blanks and marks may make it longer than in the other.</param>
public sealed record Passage(int InFirst, int LengthInFirst, int InSecond, int LengthInSecond);

/// <summary>Finds what two texts have in common word by word, for a person to see.</summary>
public static class Passages
{
    private const int Shortest = 4, Most = 24, Longest = 4000;

    /// <summary>Runs of at least four characters, none overlapping another in either text, in the order of the first; the longest are kept. Only the first 4,000 characters are compared.</summary>
    public static IReadOnlyList<Passage> Between(string first, string second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var (a, originA) = Characters.Normal(first.Length > Longest ? first[..Longest] : first, digits: true);
        var (b, originB) = Characters.Normal(second.Length > Longest ? second[..Longest] : second, digits: true);
        var (usedA, usedB) = (new bool[a.Length], new bool[b.Length]);
        List<Passage> chosen = [];
        foreach (var (endA, endB, length) in Runs(a, b).OrderByDescending(run => run.Length).ThenBy(run => run.EndA).ThenBy(run => run.EndB))
        {
            if (chosen.Count == Most) break;
            var (startA, startB) = (endA - length + 1, endB - length + 1);
            if (usedA.AsSpan(startA, length).Contains(true) || usedB.AsSpan(startB, length).Contains(true)) continue;
            usedA.AsSpan(startA, length).Fill(true);
            usedB.AsSpan(startB, length).Fill(true);
            chosen.Add(new(originA[startA], originA[endA] - originA[startA] + 1, originB[startB], originB[endB] - originB[startB] + 1));
        }
        return [.. chosen.OrderBy(passage => passage.InFirst)];
    }

    private static List<(int EndA, int EndB, int Length)> Runs(string a, string b)
    {
        List<(int, int, int)> runs = [];
        var former = new int[b.Length + 1];
        for (var i = 0; i < a.Length; i++)
        {
            var diagonal = 0;
            for (var j = 0; j < b.Length; j++)
            {
                var above = former[j + 1];
                var length = former[j + 1] = a[i] == b[j] && a[i] is not Characters.Mark ? diagonal + 1 : 0;
                var ends = i + 1 == a.Length || j + 1 == b.Length || a[i + 1] != b[j + 1] || a[i + 1] is Characters.Mark;
                if (length >= Shortest && ends) runs.Add((i, j, length));
                diagonal = above;
            }
        }
        return runs;
    }
}
