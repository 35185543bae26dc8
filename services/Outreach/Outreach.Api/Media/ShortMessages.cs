namespace Xinfang.Outreach.Api.Media;

/// <summary>短信: the sentence and the address, in parts that a telephone shows as one message each.</summary>
internal static class ShortMessages
{
    /// <summary>Characters of one message in UCS-2 (3GPP TS 23.038).</summary>
    public const int Longest = 70;

    private const string Stops = "，。；：、？！";

    public static IReadOnlyList<string> Of(Printed text) => Split($"【{OfficeDetails.Site}】{text.Title}。{text.Lead}全文：{text.Address} 电话{OfficeDetails.Phone}");

    /// <summary>Splits after a stop where there is one in the last third of the part; never within an address or a number.</summary>
    public static IReadOnlyList<string> Split(string whole)
    {
        if (whole.Length <= Longest) return [whole];
        const int room = Longest - 5; // （1/2）
        List<string> parts = [];
        for (var rest = whole; rest.Length > 0;)
        {
            var at = rest.Length <= room ? rest.Length : End(rest, room);
            parts.Add(rest[..at].Trim());
            rest = rest[at..].TrimStart();
        }
        return [.. parts.Select((part, i) => $"{part}（{i + 1}/{parts.Count}）")];
    }

    private static int End(string text, int room)
    {
        for (var i = room; i > room * 2 / 3; i--)
            if (Stops.Contains(text[i - 1], StringComparison.Ordinal)) return i;
        var at = room;
        while (at > 1 && text[at - 1] is > ' ' and < '\u007f' && text[at] is > ' ' and < '\u007f') at--;
        return at > 1 ? at : room; // an address longer than a message is cut
    }
}
