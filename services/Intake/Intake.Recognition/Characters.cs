namespace Xinfang.Intake.Recognition;

/// <summary>Text as it is compared: half-width, lower case, blanks gone, everything that is neither a letter nor a digit one and the same mark.</summary>
internal static class Characters
{
    /// <summary>What every mark of punctuation becomes.</summary>
    public const char Mark = '|';

    /// <summary>The normal text and, for each of its characters, where it stood in the original.</summary>
    /// <param name="digits">True keeps digits as they are (a house number identifies); false makes a run of digits one '0' (for categories they are noise).</param>
    public static (string Text, int[] Origin) Normal(string text, bool digits)
    {
        var normal = new char[text.Length];
        var origin = new int[text.Length];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) || char.IsControl(text[i])) continue;
            var c = Fold(text[i]);
            if (!digits && char.IsAsciiDigit(c)) c = '0';
            var repeated = count > 0 && normal[count - 1] == c && (c is Mark || (c is '0' && !digits));
            if (repeated) continue;
            (normal[count], origin[count]) = (c, i);
            count++;
        }
        return (new string(normal, 0, count), origin[..count]);
    }

    private static char Fold(char c)
    {
        if (c is >= '！' and <= '～') c = (char)(c - '！' + '!');
        return char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : Mark;
    }
}
