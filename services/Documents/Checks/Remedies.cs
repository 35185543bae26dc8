using System.Text.RegularExpressions;
using Xinfang.Law;

namespace Xinfang.Documents.Checks;

/// <summary>L15–L17: what the petitioner may do against the opinion, with which body, until when.</summary>
internal static partial class Remedies
{
    public static IEnumerable<Finding> Check(CheckedDocument document)
    {
        var remedies = document.Paragraphs.Select((paragraph, index) => (Number: index + 1, paragraph.Text, paragraph.Role)).Where(each => each.Role is ParagraphRole.Remedy).ToList();
        return document.Form switch
        {
            DocumentForm.Opinion => Of(document, remedies, "复查", "复核"),
            DocumentForm.Review => Of(document, remedies, "复核", "复查"),
            DocumentForm.Recheck => remedies.Where(each => Asks().IsMatch(each.Text)).Select(each => Wrong("L15", each.Number, each.Text, "复核意见是终结意见，不能再写请求复查、复核。")),
            DocumentForm.ServiceReceipt => LastDay(document, remedies),
            _ => [],
        };
    }

    private static IEnumerable<Finding> Of(CheckedDocument document, List<(int Number, string Text, ParagraphRole Role)> remedies, string act, string other)
    {
        if (remedies.Count == 0) { yield return Wrong("L15", 0, "", $"没有写救济途径：收到之日起30日内向谁请求{act}。"); yield break; }
        foreach (var (number, text, _) in remedies)
        {
            if (!text.Contains($"请求{act}", StringComparison.Ordinal)) yield return Wrong("L15", number, text, $"救济途径要写“请求{act}”。");
            if (text.Contains($"请求{other}", StringComparison.Ordinal)) yield return Wrong("L15", number, text, $"对这份意见只能请求{act}，不能写{other}。");
            if (!text.Contains("30日内", StringComparison.Ordinal)) yield return Wrong("L15", number, text, "救济期限是30日内。");
            if (!FromReceipt().IsMatch(text)) yield return Wrong("L15", number, text, "救济期限从收到之日起算。");
            if (Court().Match(text) is { Success: true } court) yield return Wrong("L15", number, court.Value, "信访处理意见的救济是复查、复核，不写诉讼、行政复议。");
            if (document.ReviewBody is { } body && !text.Contains($"向{body}", StringComparison.Ordinal)) yield return Wrong("L16", number, text, $"{act}机关写错了，应当是{body}。");
        }
        if (document.ReviewBody is null) yield return Wrong("L16", 0, "", $"找不到{act}机关。");
        else if (document.ReviewBody == document.Issuer) yield return Wrong("L16", 0, document.Issuer, $"{act}机关不能是出具机关自己。");
    }

    private static IEnumerable<Finding> LastDay(CheckedDocument document, List<(int Number, string Text, ParagraphRole Role)> remedies)
    {
        var served = document.Days.FirstOrDefault(day => day.What == "送达");
        if (served.What is null) yield break;
        var due = LegalCalendar.Default.Due(served.On, Terms.ReviewRequest, "送达").DueOn;
        foreach (var (number, text, _) in remedies)
            if (!text.Contains(ChineseDates.WithYear(due), StringComparison.Ordinal))
                yield return Wrong("L17", number, text, $"最后一天算错了，应当是{ChineseDates.WithYear(due)}。");
    }

    private static Finding Wrong(string rule, int paragraph, string text, string message) =>
        new(rule, Severity.Error, paragraph, 0, text.Length > 24 ? text[..24] : text, message);

    [GeneratedRegex("请求(复查|复核)")]
    private static partial Regex Asks();

    [GeneratedRegex("收到[^，。]{0,12}之日起")]
    private static partial Regex FromReceipt();

    [GeneratedRegex("行政复议|人民法院|行政诉讼|起诉")]
    private static partial Regex Court();
}
