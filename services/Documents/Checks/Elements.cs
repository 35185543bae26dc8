namespace Xinfang.Documents.Checks;

/// <summary>L13, L14, L18: what article 32 wants an opinion to contain, one answer per claim, and who may issue it.</summary>
internal static class Elements
{
    private const int LeastFacts = 6, LeastReason = 4;

    private static readonly string[] Sections = ["科", "股", "组", "队", "窗口", "内设机构"];

    public static IEnumerable<Finding> Check(CheckedDocument document) =>
        (document.Form is DocumentForm.Opinion or DocumentForm.Review or DocumentForm.Recheck or DocumentForm.Reply ? Content(document) : []).Concat(Issuer(document));

    private static IEnumerable<Finding> Content(CheckedDocument document)
    {
        var legal = document.Form is not DocumentForm.Reply;
        if (document.Claims.Count == 0) yield return Missing("投诉请求");
        if (legal && !document.Paragraphs.Any(paragraph => paragraph.Role is ParagraphRole.Quoted)) yield return Missing("信访人提出的事实和理由");
        if (document.Paragraphs.FirstOrDefault(paragraph => paragraph.Role is ParagraphRole.Facts)?.Text.Trim().Length is not >= LeastFacts) yield return Missing("查明的事实");
        var answers = document.Paragraphs.Select((paragraph, index) => (Number: index + 1, paragraph)).Where(each => each.paragraph.Role is ParagraphRole.Answer).ToList();
        foreach (var (claim, place) in document.Claims.Select((claim, index) => (claim, index < answers.Count ? answers[index].Number : 0)))
        {
            if (!claim.Answered) { yield return new("L14", Severity.Error, place, 0, "", $"第{claim.Number}项请求没有处理意见。"); continue; }
            if (claim.Reason?.Trim().Length is not >= LeastReason) yield return new("L13", Severity.Error, place, 0, "", $"第{claim.Number}项请求的理由没有写，或者太短。");
            if (legal && string.IsNullOrWhiteSpace(claim.Basis)) yield return new("L13", Severity.Error, place, 0, "", $"第{claim.Number}项请求没有写法律法规依据；没有依据的写明没有。");
        }
        if (answers.Count != document.Claims.Count) yield return new("L14", Severity.Error, 0, 0, "", $"请求有{document.Claims.Count}项，处理意见有{answers.Count}项。");
        if (!document.Claims.Select(claim => claim.Number).SequenceEqual(Enumerable.Range(1, document.Claims.Count)))
            yield return new("L14", Severity.Error, 0, 0, "", "处理意见的顺序和请求的顺序不一样，或者一项请求有两个意见。");
    }

    private static IEnumerable<Finding> Issuer(CheckedDocument document)
    {
        if (Sections.Any(section => document.Issuer.EndsWith(section, StringComparison.Ordinal)))
            yield return new("L18", Severity.Error, 0, 0, document.Issuer, "内设机构不能以自己的名义出具文书，由机关、单位出具。");
        if (document.SignedAs is { } name && name != document.Issuer)
            yield return new("L18", Severity.Error, 0, 0, name, $"署名和出具机关不一样，应当署“{document.Issuer}”。");
    }

    private static Finding Missing(string what) => new("L13", Severity.Error, 0, 0, "", $"缺少{what}（第三十二条）。");
}
