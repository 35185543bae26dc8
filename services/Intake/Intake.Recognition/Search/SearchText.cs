using System.Globalization;

namespace Xinfang.Intake.Recognition.Search;

/// <summary>
/// Text as it is searched: half-width, lower case, simplified characters, blanks gone. Everything that is neither a letter nor a digit is one mark,
/// and so is a blank between two Latin words or numbers, which would else run together.
/// </summary>
/// <param name="Normal">The normal text.</param>
/// <param name="Origin">For each of its characters, where it stood in the text as written.</param>
public sealed record SearchText(string Normal, IReadOnlyList<int> Origin)
{
    internal const char Mark = '|';

    /// <summary>Reads a text.</summary>
    public static SearchText Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (normal, origin, count, blank) = (new char[2 * text.Length], new int[2 * text.Length], 0, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) || char.IsControl(text[i]) || char.GetUnicodeCategory(text[i]) is UnicodeCategory.Format)
            {
                blank = true;
                continue;
            }
            var c = Fold(text[i]);
            if (blank && count > 0 && IsLatin(c) && IsLatin(normal[count - 1])) Add(Mark, i);
            blank = false;
            if (c is not Mark || (count > 0 && normal[count - 1] is not Mark)) Add(c, i);
        }
        return new(new string(normal, 0, count), origin[..count]);

        void Add(char c, int at)
        {
            (normal[count], origin[count]) = (c, at);
            count++;
        }
    }

    /// <summary>A character of a Latin word or a number: those are searched as a whole, never by a part.</summary>
    internal static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c);

    private static char Fold(char c)
    {
        if (c is >= '！' and <= '～') c = (char)(c - '！' + '!');
        // Rare characters are two of these, and both are kept.
        return char.IsSurrogate(c) ? c : char.IsLetterOrDigit(c) ? Traditional.Fold(char.ToLowerInvariant(c)) : Mark;
    }
}
