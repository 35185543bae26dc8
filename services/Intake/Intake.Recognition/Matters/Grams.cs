namespace Xinfang.Intake.Recognition.Matters;

/// <summary>Pairs and triples of neighbouring characters, folded into numbers. None spans a mark of punctuation.</summary>
internal static class Grams
{
    /// <summary>Numbers go from 0 to one less.</summary>
    public const int Space = 1 << 20;

    /// <summary>Distinct grams of a normal text, ascending, and how often each occurs.</summary>
    public static (int[] Numbers, int[] Counts) Of(string normal)
    {
        var all = new List<int>(2 * normal.Length);
        for (var i = 0; i + 2 <= normal.Length; i++)
        {
            if (normal[i] is Characters.Mark || normal[i + 1] is Characters.Mark) continue;
            all.Add(Number(normal.AsSpan(i, 2)));
            if (i + 3 <= normal.Length && normal[i + 2] is not Characters.Mark) all.Add(Number(normal.AsSpan(i, 3)));
        }
        all.Sort();
        var (numbers, counts) = (new List<int>(all.Count), new List<int>(all.Count));
        foreach (var number in all)
        {
            if (numbers.Count > 0 && numbers[^1] == number) counts[^1]++;
            else
            {
                numbers.Add(number);
                counts.Add(1);
            }
        }
        return ([.. numbers], [.. counts]);
    }

    public static int Number(ReadOnlySpan<char> gram)
    {
        var hash = 0x811C9DC5u;
        foreach (var c in gram)
        {
            hash = (hash ^ c) * 16777619;
            hash ^= hash >> 13;
        }
        return (int)(hash * 2654435761 >> 12);
    }
}
