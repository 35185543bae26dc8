using System.Globalization;
using System.Text.RegularExpressions;

namespace Xinfang.Documents.Checks;

/// <summary>L21, L27, L32: names that must not be read, figures that do not agree, titles.</summary>
internal static partial class Figures
{
    private const int TitleLines = 3, TitleWidth = 20;
    private const string InTitle = "《》";

    public static IEnumerable<Finding> Check(CheckedDocument document) => Names(document).Concat(Percentages(document)).Concat(Directions(document)).Concat(Totals(document)).Concat(Title(document));

    private static IEnumerable<Finding> Names(CheckedDocument document)
    {
        foreach (var name in document.HiddenNames.Where(name => name.Length > 0))
            foreach (var found in Linter.Matches(document, new Regex(Regex.Escape(name)), "L21", Severity.Error, _ => "这个名字不能让收文的人看到，删掉或者换成“信访人”“被反映人”。")) yield return found;
    }

    // 由60%提高到72%，提高12% : the difference of two percentages is 百分点.
    private static IEnumerable<Finding> Percentages(CheckedDocument document) =>
        from each in Linter.Own(document)
        from match in Difference().Matches(each.Paragraph.Text)
        where Math.Abs(Math.Abs(Of(match, "to") - Of(match, "from")) - Of(match, "by")) < 0.01m
        select new Finding("L27", Severity.Warning, each.Number, match.Index, match.Value, "两个百分比相差用“个百分点”，不用“%”。");

    private static IEnumerable<Finding> Directions(CheckedDocument document) =>
        from each in Linter.Own(document)
        from match in FromTo().Matches(each.Paragraph.Text)
        let up = match.Groups["way"].Value is "增加" or "增长" or "上升" or "提高"
        where Of(match, "to") != Of(match, "from") && (Of(match, "to") > Of(match, "from")) != up
        select new Finding("L27", Severity.Warning, each.Number, match.Index, match.Value, $"数字是{(up ? "少了" : "多了")}，和“{match.Groups["way"].Value}”对不上。");

    // 共120件，其中来信40件、来访50件、网上20件。
    private static IEnumerable<Finding> Totals(CheckedDocument document)
    {
        foreach (var (number, paragraph) in Linter.Own(document))
            foreach (Match match in Sum().Matches(paragraph.Text))
            {
                var unit = match.Groups["unit"].Value;
                var parts = Part().Matches(match.Groups["parts"].Value).Where(part => part.Groups["unit"].Value == unit).Select(part => Of(part, "n")).ToList();
                if (parts.Count > 1 && parts.Sum() != Of(match, "total"))
                    yield return new("L27", Severity.Warning, number, match.Index, match.Value, $"各项加起来是{parts.Sum().ToString(CultureInfo.InvariantCulture)}{unit}，和总数不一样。");
            }
    }

    private static IEnumerable<Finding> Title(CheckedDocument document)
    {
        if (document.Title is not { Length: > 0 } title) yield break;
        var lines = title.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Length / (double)TitleWidth)));
        if (lines > TitleLines) yield return new("L32", Severity.Warning, 0, 0, title, "标题超过三行，写短些。");
        if (title.Any(letter => char.IsPunctuation(letter) && !InTitle.Contains(letter, StringComparison.Ordinal)))
            yield return new("L32", Severity.Warning, 0, 0, title, "标题里除书名号外不用标点。");
    }

    private static decimal Of(Match match, string group) => decimal.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[由从](?<from>\d+(\.\d+)?)%[^，。；]{0,6}?(到|至)(?<to>\d+(\.\d+)?)%，[^，。；\d]{0,8}(?<by>\d+(\.\d+)?)%")]
    private static partial Regex Difference();

    [GeneratedRegex(@"[由从](上年的|去年的|上年)?(?<from>\d+(\.\d+)?)(?<unit>%|件|人|次|批|起|元|万元)(?<way>增加|增长|上升|提高|减少|下降|降低)(到|至)(?<to>\d+(\.\d+)?)\k<unit>")]
    private static partial Regex FromTo();

    [GeneratedRegex(@"共[^，。；\d]{0,10}(?<total>\d+)(?<unit>件|人|次|批|起)，其中(?<parts>[^。；]*)")]
    private static partial Regex Sum();

    [GeneratedRegex(@"(?<n>\d+)(?<unit>件|人|次|批|起)")]
    private static partial Regex Part();
}
