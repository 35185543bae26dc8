namespace Xinfang.Intake.Recognition.Matters;

/// <summary>How rare each gram is among the petitions of this office: a rare one in two petitions tells much, a common one nothing.</summary>
public sealed class Rarity
{
    private readonly int[] _frequency;

    private Rarity(int[] frequency, int texts) => (_frequency, Texts) = (frequency, texts);

    /// <summary>Among how many texts it was counted.</summary>
    public int Texts { get; private set; }

    /// <summary>Counts the grams of all texts. With few texts every gram is nearly as rare as every other, and comparison is the coarser for it.</summary>
    public static Rarity Count(IEnumerable<Wording> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var rarity = new Rarity(new int[Grams.Space], 0);
        foreach (var text in texts) rarity.Learn(text);
        return rarity;
    }

    /// <summary>Counts one more text. Not while others read.</summary>
    public void Learn(Wording text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var gram in Grams.Of(Matter.NormalOf(text)).Numbers) _frequency[gram]++;
        Texts++;
    }

    /// <summary>In how many texts the gram stands.</summary>
    internal int Frequency(int gram) => _frequency[gram];

    /// <summary>Inverse document frequency; near 0 for one that stands everywhere.</summary>
    internal float Of(int gram) => MathF.Log((Texts + 2f) / (_frequency[gram] + 1f));
}
