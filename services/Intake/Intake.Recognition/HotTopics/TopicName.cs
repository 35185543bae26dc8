using Xinfang.Intake.Recognition.Matters;

namespace Xinfang.Intake.Recognition.HotTopics;

/// <summary>
/// A readable name for a topic: place, object, problem, in the words of the subject lines. Only words that at least three people use, so that no name tells of one person.
/// </summary>
internal static class TopicName
{
    private const int Shortest = 2, Longest = 16, Phrases = 3, FewestPeople = 3;

    // Words of a quarter of the people; a word further down tells a third of the first, or it is left out.
    private const double LeastShare = 0.25, LeastWeight = 1.0 / 3;

    // Where a Chinese word does not begin, or does not end.
    private const string NoBeginning = "市区县镇乡村路街号的了是在和与及等被把有", NoEnding = "的了是在和与及等被把对请为有无a";

    private sealed record Phrase(string Text, int People, double Weight);

    /// <param name="subjects">One of each person.</param>
    public static string? Of(IReadOnlyList<string> subjects, Rarity rarity)
    {
        var read = subjects.Select(subject => Characters.Normal(subject, digits: true)).ToList();
        var left = read.ConvertAll(text => text.Text);
        var chosen = new List<Phrase>();
        while (chosen.Count < Phrases && Best(left, chosen, rarity) is { } next && (chosen.Count == 0 || next.Weight >= chosen[0].Weight * LeastWeight))
        {
            chosen.Add(next);
            left = left.ConvertAll(text => text.Replace(next.Text, new string(Characters.Mark, next.Text.Length), StringComparison.Ordinal));
        }
        return chosen.Count == 0 ? null : string.Join(' ', chosen.OrderBy(phrase => PlaceOf(phrase.Text, read)).Select(phrase => AsWritten(phrase.Text, subjects, read)));
    }

    private static Phrase? Best(List<string> texts, List<Phrase> chosen, Rarity rarity)
    {
        var enough = Math.Max(FewestPeople, LeastShare * texts.Count);
        return texts.SelectMany(text => Pieces(text).Distinct(StringComparer.Ordinal)).GroupBy(piece => piece, StringComparer.Ordinal)
            .Select(group => (Text: group.Key, People: group.Count()))
            .Where(piece => piece.People >= enough && !chosen.Exists(phrase => phrase.Text.Contains(piece.Text, StringComparison.Ordinal) || piece.Text.Contains(phrase.Text, StringComparison.Ordinal)))
            .Select(piece => new Phrase(piece.Text, piece.People, piece.People * Telling(piece.Text, rarity)))
            .OrderByDescending(phrase => phrase.Weight).ThenBy(phrase => phrase.Text, StringComparer.Ordinal).FirstOrDefault();
    }

    private static IEnumerable<string> Pieces(string text)
    {
        for (var start = 0; start < text.Length; start++)
            for (var length = 1; length <= Longest && start + length <= text.Length && text[start + length - 1] is not Characters.Mark; length++)
                if (length >= Shortest && Whole(text, start, start + length)) yield return text.Substring(start, length);
    }

    // No piece of a number or of a Latin word.
    private static bool Whole(string text, int start, int end) =>
        !NoBeginning.Contains(text[start], StringComparison.Ordinal) && !NoEnding.Contains(text[end - 1], StringComparison.Ordinal)
        && (start == 0 || !(char.IsAsciiLetterOrDigit(text[start]) && char.IsAsciiLetterOrDigit(text[start - 1])))
        && (end == text.Length || !(char.IsAsciiLetterOrDigit(text[end - 1]) && char.IsAsciiLetterOrDigit(text[end])));

    // The rarer its pairs, the more a phrase tells; a common pair adds only a little.
    private static double Telling(string text, Rarity rarity)
    {
        var sum = 0.0;
        for (var i = 0; i + 2 <= text.Length; i++) sum += Math.Max(0.5, rarity.Of(Grams.Number(text.AsSpan(i, 2))) - 2);
        return sum;
    }

    private static double PlaceOf(string phrase, List<(string Text, int[] Origin)> read) =>
        read.Select(text => text.Text.IndexOf(phrase, StringComparison.Ordinal)).Where(at => at >= 0).Average();

    private static string AsWritten(string phrase, IReadOnlyList<string> subjects, List<(string Text, int[] Origin)> read)
    {
        var (text, origin) = read.First(each => each.Text.Contains(phrase, StringComparison.Ordinal));
        var at = text.IndexOf(phrase, StringComparison.Ordinal);
        return subjects[read.FindIndex(each => ReferenceEquals(each.Text, text))][origin[at]..(origin[at + phrase.Length - 1] + 1)];
    }
}
