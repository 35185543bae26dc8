using System.Text;

namespace Xinfang.Load;

/// <summary>
/// Writes petitions that nobody wrote, with the n-gram statistics of a file: each character is drawn from those that followed the two before it.
/// Learnt when the tool runs and kept nowhere.
/// </summary>
internal sealed class TextModel
{
    private const char Start = '\u0002', End = '\u0003';

    private readonly Dictionary<int, char[]> _subject, _facts;

    private TextModel(Dictionary<int, char[]> subject, Dictionary<int, char[]> facts, IReadOnlyList<string> words) => (_subject, _facts, Words) = (subject, facts, words);

    /// <summary>Pairs of characters of the file, the most frequent first, for queries of known frequency.</summary>
    public IReadOnlyList<string> Words { get; }

    public static TextModel Learn(IReadOnlyList<LoadedMessage> messages)
    {
        var (subjects, facts) = (messages.Select(m => Plain(m.Wording.Subject)).ToList(), messages.Select(m => Plain(m.Wording.Rest)).Where(text => text.Length >= 12).ToList());
        var words = facts.SelectMany(text => Enumerable.Range(0, text.Length - 1).Where(i => IsHan(text[i]) && IsHan(text[i + 1])).Select(i => text.Substring(i, 2)).Distinct())
            .GroupBy(word => word).OrderByDescending(group => group.Count()).Select(group => group.Key).ToList();
        return new(Count(subjects), Count(facts), words);
    }

    public string Subject(Random random) => Write(_subject, random, 4, 60);

    public string Facts(Random random) => Write(_facts, random, 20, 4000);

    private static string Write(Dictionary<int, char[]> followers, Random random, int shortest, int longest)
    {
        while (true)
        {
            var text = new StringBuilder();
            var (before, last) = (Start, Start);
            while (text.Length < longest)
            {
                var next = followers[Key(before, last)];
                var c = next[random.Next(next.Length)];
                if (c is End) break;
                text.Append(c);
                (before, last) = (last, c);
            }
            if (text.Length >= shortest) return text.ToString();
        }
    }

    private static Dictionary<int, char[]> Count(List<string> texts)
    {
        Dictionary<int, List<char>> followers = [];
        foreach (var text in texts.Where(text => text.Length > 0))
        {
            var (before, last) = (Start, Start);
            foreach (var c in text.Append(End))
            {
                if (!followers.TryGetValue(Key(before, last), out var list)) followers[Key(before, last)] = list = [];
                list.Add(c);
                (before, last) = (last, c);
            }
        }
        return followers.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());
    }

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';

    private static int Key(char before, char last) => before << 16 | last;

    // Without blanks, so that a plain search in the text is the truth to compare with.
    private static string Plain(string text) => new([.. text.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && !char.IsSurrogate(c))]);
}
