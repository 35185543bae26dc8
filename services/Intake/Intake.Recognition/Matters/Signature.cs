namespace Xinfang.Intake.Recognition.Matters;

/// <summary>
/// The few grams by which a petition is found again. Consistent weighted sampling: the more a gram weighs, the likelier it is among them,
/// and two petitions that share a weighty gram mostly both choose it.
/// </summary>
public static class Signature
{
    /// <summary>How many grams stand for a petition.</summary>
    public const int Size = 64;

    private const float SubjectBoost = 3;

    /// <summary>At most <see cref="Size"/> gram numbers, those that stand for the petition most first.</summary>
    public static IReadOnlyList<int> Of(Matter matter)
    {
        ArgumentNullException.ThrowIfNull(matter);
        var (keys, grams) = (new double[matter.Grams.Length], (int[])matter.Grams.Clone());
        for (var i = 0; i < keys.Length; i++)
        {
            var weight = matter.Weights[i] * (Array.BinarySearch(matter.SubjectGrams, grams[i]) >= 0 ? SubjectBoost : 1);
            keys[i] = weight <= 0 ? double.MaxValue : -Math.Log(Chance(grams[i])) / (weight * weight);
        }
        Array.Sort(keys, grams);
        return new ArraySegment<int>(grams, 0, Math.Min(Size, grams.Length));
    }

    // The same number between 0 and 1 for the same gram, always.
    private static double Chance(int gram)
    {
        var x = ((ulong)gram + 1) * 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        x ^= x >> 31;
        return ((x >> 11) + 0.5) / (1L << 53);
    }
}
