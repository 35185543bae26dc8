using System.Text.RegularExpressions;

namespace Xinfang.Documents.Checks;

/// <summary>L25, L26, L28: empty words, judging words, units.</summary>
internal static partial class Wording
{
    private const int LeastBesides = 6;

    public static IEnumerable<Finding> Check(CheckedDocument document)
    {
        foreach (var found in Linter.Matches(document, Judging(), "L26", Severity.Error, word => $"“{word}”是对人的评判，删掉。")) yield return found;
        foreach (var found in Linter.Matches(document, Somebody(), "L25", Severity.Warning, word => $"“{word}”没有写明是哪个单位。")) yield return found;
        foreach (var found in Linter.Matches(document, LooseUnit(), "L28", Severity.Warning, unit => $"“{unit}”不规范：期限写30日内，面积写平方米。")) yield return found;
        foreach (var (number, paragraph) in Linter.Own(document))
            if (Yuan().IsMatch(paragraph.Text) && TenThousand().IsMatch(paragraph.Text))
                yield return new("L28", Severity.Warning, number, 0, "", "同一段里元和万元混用，用一种。");
        foreach (var claim in document.Claims)
        {
            if (claim.Reason is not { Length: > 0 } reason || Empty().Match(reason) is not { Success: true } empty) continue;
            if (Empty().Replace(reason, "").Count(char.IsLetterOrDigit) >= LeastBesides) continue;
            var place = document.Paragraphs.Select((paragraph, index) => (index, paragraph)).Where(each => each.paragraph.Role is ParagraphRole.Answer).Skip(claim.Number - 1).Select(each => each.index + 1).FirstOrDefault();
            yield return new("L25", Severity.Warning, place, 0, empty.Value, $"第{claim.Number}项请求的理由只有“{empty.Value}”，写明做了什么、查到什么。");
        }
    }

    [GeneratedRegex("无理取闹|缠访|闹访|刁民|非访|无理要求|胡搅蛮缠|精神不正常|老上访户|恶意上访")]
    private static partial Regex Judging();

    [GeneratedRegex("(有关|相关)(部门|单位|方面)")]
    private static partial Regex Somebody();

    [GeneratedRegex(@"\d+天(以|之)?内|[一二两三]个月(以|之)?内|\d+平米")]
    private static partial Regex LooseUnit();

    [GeneratedRegex(@"\d元")]
    private static partial Regex Yuan();

    [GeneratedRegex(@"\d万元")]
    private static partial Regex TenThousand();

    [GeneratedRegex("情况复杂|(已经?|正在)?(依法|依规|依法依规|按规定|按照规定)(处理|办理|解决|处置)|高度重视|认真研究")]
    private static partial Regex Empty();
}
