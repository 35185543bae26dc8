namespace Xinfang.Documents.Rendering;

/// <summary>Where lines end on the grid (禁则).</summary>
public static class LineBreaks
{
    private const string NoStart = "，。、；：？！）》”’〕…—", NoEnd = "（《“‘〔";

    /// <summary>Breaks at so many characters; a mark that closes never starts a line, one that opens never ends it, numbers stay whole.</summary>
    public static IEnumerable<string> Of(string text, int width, int indent)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Lines(text, width, indent);
    }

    private static IEnumerable<string> Lines(string text, int width, int indent)
    {
        List<string> units = [];
        foreach (var letter in text)
        {
            if (letter is > ' ' and < '\u007f' && units.Count > 0 && units[^1][^1] is > ' ' and < '\u007f' && units[^1].Length < 2 * width - 2) units[^1] += letter;
            else units.Add(letter.ToString());
        }
        var (line, used, room) = (new List<string>(), 0.0, (double)(width - indent));
        foreach (var unit in units)
        {
            var wide = Grid.WidthOf(unit);
            if (used + wide > room && line.Count > 0)
            {
                List<string> next = [];
                // 禁则: what may not start a line takes its predecessor along; what may not end one goes too.
                if (NoStart.Contains(unit[0], StringComparison.Ordinal)) Take();
                while (line.Count > 1 && (NoEnd.Contains(line[^1][0], StringComparison.Ordinal) || (next.Count > 0 && NoStart.Contains(next[0][0], StringComparison.Ordinal)))) Take();
                yield return string.Concat(line);
                (line, room) = (next, width);
                used = line.Sum(Grid.WidthOf);

                void Take()
                {
                    next.Insert(0, line[^1]);
                    line.RemoveAt(line.Count - 1);
                }
            }
            line.Add(unit);
            used += wide;
        }
        if (line.Count > 0) yield return string.Concat(line);
    }
}
