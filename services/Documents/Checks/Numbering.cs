using System.Text.RegularExpressions;

namespace Xinfang.Documents.Checks;

/// <summary>L06–L08, L10, L29, L30: document numbers, headings, attachments.</summary>
internal static partial class Numbering
{
    private const string Ordinals = "一二三四五六七八九十";

    public static IEnumerable<Finding> Check(CheckedDocument document) =>
        Linter.Matches(document, WrongBracket(), "L06", Severity.Error, number => $"“{number}”的年份要用六角括号〔〕。")
            .Concat(Linter.Matches(document, Loose(), "L07", Severity.Error, number => $"“{number}”不规范：年份四位，序号不写“第”、不补零、不空格。", match => Canonical().IsMatch(match.Value)))
            .Concat(Unknown(document)).Concat(Years(document)).Concat(Headings(document)).Concat(Attachments(document));

    private static IEnumerable<Finding> Unknown(CheckedDocument document) =>
        document.NumberPrefix is not { Length: > 0 } prefix
            ? []
            : Linter.Matches(document, new Regex($@"{Regex.Escape(prefix)}[^〔\s]{{0,4}}〔\d{{4}}〕\d+号"), "L08", Severity.Error,
                number => $"“{number}”不是这件事的文书，核对文号。", match => document.OwnNumbers.Contains(match.Value));

    private static IEnumerable<Finding> Years(CheckedDocument document)
    {
        if (document.Number is { } number && YearOf().Match(number) is { Success: true } year && document.Days.FirstOrDefault(day => day.What == "作出") is { What: not null } issued
            && year.Groups[1].Value != issued.On.Year.ToString(System.Globalization.CultureInfo.InvariantCulture))
            yield return new("L10", Severity.Error, 0, 0, number, "文号的年份和成文日期的年份不一样。");
    }

    private static IEnumerable<Finding> Headings(CheckedDocument document)
    {
        var (first, second) = (0, 0);
        foreach (var (number, paragraph) in document.Paragraphs.Select((paragraph, index) => (index + 1, paragraph)))
        {
            var heading = paragraph.Heading ?? "";
            if (FirstLevel().Match(heading) is { Success: true } one)
            {
                if (Ordinals.IndexOf(one.Groups[1].Value, StringComparison.Ordinal) is var at && at != first)
                    yield return new("L29", Severity.Warning, number, 0, heading, $"标题序号“{one.Groups[1].Value}、”前面缺一个或者重复。");
                (first, second) = (first + 1, 0);
            }
            var text = paragraph.Text;
            if (SecondLevel().Match(text) is { Success: true } two && paragraph.Role is ParagraphRole.Answer or ParagraphRole.Body && two.Groups[1].Length == 1)
            {
                var at = Ordinals.IndexOf(two.Groups[1].Value, StringComparison.Ordinal);
                if (at != 0 && at != second) yield return new("L29", Severity.Warning, number, 0, two.Value, $"序号“{two.Value}”前面缺一个或者重复。");
                second = at + 1;
            }
            if (paragraph.Role is not ParagraphRole.Quoted && WrongMark().Match(text) is { Success: true } mark)
                yield return new("L29", Severity.Warning, number, 0, mark.Value, $"序号“{mark.Value}”的标点不对：“一、”“（一）”“1.”“（1）”。");
        }
    }

    private static IEnumerable<Finding> Attachments(CheckedDocument document)
    {
        var listed = document.Paragraphs.Where(paragraph => paragraph.Role is ParagraphRole.Attachment).ToList();
        if (listed.Count != document.Attachments.Count)
            yield return new("L30", Severity.Error, 0, 0, "", $"附件说明写了{listed.Count}个，实际附了{document.Attachments.Count}个。");
        foreach (var (number, paragraph) in Linter.Own(document))
        {
            if (paragraph.Role is ParagraphRole.Attachment && paragraph.Text.TrimEnd() is { Length: > 0 } name && char.IsPunctuation(name[^1]) && name[^1] is not ('》' or '）'))
                yield return new("L30", Severity.Error, number, name.Length - 1, name, "附件名称后面不加标点。");
            else if (paragraph.Role is not ParagraphRole.Attachment && listed.Count == 0 && document.Attachments.Count == 0 && Attached().Match(paragraph.Text) is { Success: true } said)
                yield return new("L30", Severity.Error, number, said.Index, said.Value, "正文提到附件，文末没有附件说明。");
        }
    }

    [GeneratedRegex(@"[\[【（(﹝]\d{4}[\]】）)﹞]\s*第?\s*\d+\s*号")]
    private static partial Regex WrongBracket();

    [GeneratedRegex(@"〔\s*\d{2,4}\s*〕\s*第?\s*\d+\s*号")]
    private static partial Regex Loose();

    [GeneratedRegex(@"^〔\d{4}〕[1-9]\d*号$")]
    private static partial Regex Canonical();

    [GeneratedRegex(@"〔(\d{4})〕")]
    private static partial Regex YearOf();

    [GeneratedRegex("^([一二三四五六七八九十])、")]
    private static partial Regex FirstLevel();

    [GeneratedRegex("^（([一二三四五六七八九十]+)）")]
    private static partial Regex SecondLevel();

    [GeneratedRegex(@"^(（[一二三四五六七八九十]+）[、，．.]|\d+[、，](?!\d)|[一二三四五六七八九十][，．.])")]
    private static partial Regex WrongMark();

    [GeneratedRegex("(见|详见|如)附件|附件[0-9一二三四五]")]
    private static partial Regex Attached();
}
