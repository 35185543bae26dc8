namespace Xinfang.Intake.Recognition.Search;

/// <summary>A passage of a text as written that a word was found in.</summary>
public readonly record struct Hit(int At, int Length);

/// <summary>A word of a query: a text has it when it has these characters one after the other.</summary>
/// <param name="Text">In its normal form.</param>
/// <param name="Grams">What the index is asked for.</param>
/// <param name="IsCertain">A text that has the grams has the word; else it has to be looked at.</param>
public sealed record SearchWord(string Text, IReadOnlySet<string> Grams, bool IsCertain)
{
    /// <summary>Where a text has the word.</summary>
    public IEnumerable<Hit> In(SearchText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var at = text.Normal.IndexOf(Text, StringComparison.Ordinal); at >= 0; at = text.Normal.IndexOf(Text, at + 1, StringComparison.Ordinal))
        {
            var end = at + Text.Length;
            if (Continues(text.Normal, at) || Continues(text.Normal, end)) continue; // 13 is not in 130
            yield return new(text.Origin[at], text.Origin[end - 1] - text.Origin[at] + 1);
        }
    }

    private static bool Continues(string text, int at) => at > 0 && at < text.Length && SearchText.IsLatin(text[at - 1]) && SearchText.IsLatin(text[at]);
}

/// <summary>What was typed, as words that must all be there. A blank or a mark parts two words; in quotation marks a blank does not.</summary>
public sealed record SearchQuery(IReadOnlyList<SearchWord> Words)
{
    /// <summary>So many words are looked for; what is typed behind them is not.</summary>
    public const int Most = 8;

    /// <summary>Reads a query.</summary>
    public static SearchQuery Of(string? typed)
    {
        List<SearchWord> words = [];
        foreach (var piece in Pieces(typed ?? ""))
            foreach (var word in SearchText.Of(piece).Normal.Split(SearchText.Mark, StringSplitOptions.RemoveEmptyEntries))
                if (words.Count < Most && !words.Exists(known => known.Text == word)) words.Add(WordOf(word));
        return new(words);
    }

    /// <summary>Nothing to look up: it has no words, or only characters that are in every text.</summary>
    public bool IsEmpty => Words.All(word => word.Grams.Count == 0);

    /// <summary>Whether one of the texts, at least, has each word.</summary>
    public bool IsIn(IReadOnlyList<SearchText> texts) => Words.All(word => texts.Any(text => word.In(text).Any()));

    /// <summary>Whether one of the texts has one of the words.</summary>
    public bool IsPartlyIn(IReadOnlyList<SearchText> texts) => Words.Any(word => texts.Any(text => word.In(text).Any()));

    /// <summary>Where a text has any of the words, in its order, none overlapping another.</summary>
    public IReadOnlyList<Hit> In(SearchText text)
    {
        List<Hit> hits = [];
        foreach (var hit in Words.SelectMany(word => word.In(text)).OrderBy(hit => hit.At).ThenByDescending(hit => hit.Length))
            if (hits.Count == 0 || hits[^1].At + hits[^1].Length <= hit.At) hits.Add(hit);
        return hits;
    }

    private static SearchWord WordOf(string word)
    {
        var grams = SearchGrams.OfWord(word);
        // Two units are one gram; of three and more the pairs may stand apart. A Latin word that was cut is not certain either.
        var units = Enumerable.Range(0, word.Length).Count(i => i == 0 || !SearchText.IsLatin(word[i]) || !SearchText.IsLatin(word[i - 1]));
        return new(word, grams, grams.Count > 0 && units <= 2 && word.Length <= SearchGrams.LongestLatin);
    }

    private static IEnumerable<string> Pieces(string typed)
    {
        var quoted = typed.Split('"', '“', '”', '「', '」', '『', '』');
        for (var i = 0; i < quoted.Length; i++)
        {
            if (i % 2 == 1) yield return quoted[i];
            else foreach (var piece in quoted[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) yield return piece;
        }
    }
}
