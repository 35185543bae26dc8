namespace Xinfang.Intake.Recognition.Search;

/// <summary>
/// What of a text goes into the index: each character that is not in every text anyhow, each Latin word or number as a whole, and each two of these that
/// stand beside each other. None spans a mark of punctuation.
/// </summary>
public static class SearchGrams
{
    // In half of all texts or more: they tell nothing and would be a sixth of the index.
    private const string Common = "的一是不了在人有我他这个们中来上大为和地到说时要就出会也你对生能子那得着下自之年过后作里用道行所然家事成方多去法都小现当没动同如前开因只想实日者";

    internal const int LongestLatin = 32;

    /// <summary>Distinct grams of a text, in no order that tells of the text.</summary>
    public static IReadOnlySet<string> Of(SearchText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var grams = new HashSet<string>(StringComparer.Ordinal);
        Add(text.Normal, grams, characters: true);
        return grams;
    }

    /// <summary>The grams that a text with this word must have. None for a character that is too common to be looked up.</summary>
    internal static IReadOnlySet<string> OfWord(string word)
    {
        var grams = new HashSet<string>(StringComparer.Ordinal);
        Add(word, grams, characters: word.Length == 1);
        return grams;
    }

    private static void Add(string normal, HashSet<string> grams, bool characters)
    {
        ReadOnlySpan<char> before = [];
        for (var i = 0; i < normal.Length;)
        {
            var end = i + 1;
            if (SearchText.IsLatin(normal[i]))
                while (end < normal.Length && SearchText.IsLatin(normal[end])) end++;
            ReadOnlySpan<char> unit = normal[i] is SearchText.Mark ? [] : normal.AsSpan(i, Math.Min(end - i, LongestLatin));
            if (unit.Length > 0)
            {
                if (SearchText.IsLatin(unit[0]) || (characters && !Common.Contains(unit[0], StringComparison.Ordinal))) grams.Add(unit.ToString());
                if (before.Length > 0) grams.Add(string.Concat(before, unit));
            }
            before = unit;
            i = end;
        }
    }
}
