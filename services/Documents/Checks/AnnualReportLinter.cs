using System.Globalization;
using System.Text.RegularExpressions;
using Xinfang.Law;

namespace Xinfang.Documents.Checks;

/// <summary>What a program can find in an annual report (R-1): the rules of every document, and L10, L31, L32 and L36 for reports.</summary>
public static partial class AnnualReportLinter
{
    private const string Ordinals = "一二三四五";

    // Domain handbook 9.4: what each of the five sections is about.
    private static readonly (string Name, Regex Heading)[] Parts =
    [
        ("主要举措和成效", new("举措|成效")), ("不足和原因", new("不足|问题")), ("主要负责人履行第一责任人职责", new("第一责任人")), ("下一年度主要安排", new("安排|打算|计划")), ("其他需要报告的情况", new("其他")),
    ];

    // What deficiencies and plans of this work are about, each with the words that say it.
    private static readonly (string Name, Regex Words)[] Matters =
    [
        ("普法宣传", new("普法|宣传")), ("形式方法", new("形式|方式方法|方法还?比较单一|载体")), ("形成合力", new("合力|联合|协同|协作|多部门")), ("法治思维", new("法治思维")), ("疑难问题", new("疑难|积案|骨头案")),
        ("重复信访", new("重复信访|重复率|初信初访|一次性化解")), ("受理办理", new("受理|办理|登记")), ("规范化", new("规范|标准化")), ("专业化", new("专业|业务培训|业务能力|业务水平")), ("按期办结", new("按期|超期|时限")), ("满意度", new("满意")), ("源头预防", new("源头|预防|预警")),
        ("考核督办", new("考核|督办|督查")), ("队伍建设", new("队伍|人手|编制")), ("信息化", new("信息化|数字化|系统建设")),
    ];

    /// <summary>Everything found. Paragraph numbers count the title's first line as 1.</summary>
    public static IReadOnlyList<Finding> Check(AnnualReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return [.. Linter.Check(AsDocument(report)).Where(found => found.Rule is not "L32").Concat(Title(report)).Concat(Sections(report)).Concat(Years(report)).Concat(Answered(report)).Concat(Figures(report)).Concat(InTime(report))];
    }

    private static CheckedDocument AsDocument(AnnualReport report) => new()
    {
        Form = DocumentForm.Other,
        Issuer = "",
        Today = report.Today,
        Paragraphs =
        [
            .. report.Title.Select(line => new CheckedParagraph("", Heading: line)),
            .. report.Opening.Select((line, at) => new CheckedParagraph(at == report.Opening.Count - 1 && line.EndsWith('：') ? line[..^1] + "。" : line)),
            .. report.Sections.SelectMany(section => section.Lines.Select(line => ReportSection.IsHeading(line) ? new CheckedParagraph("", Heading: line) : new CheckedParagraph(line)).Prepend(new CheckedParagraph("", Heading: section.Heading))),
        ],
    };

    private static IEnumerable<Finding> Title(AnnualReport report)
    {
        if (report.Title.Count == 0) yield return new("L32", Severity.Error, 0, 0, "", "没有标题。");
        if (report.Title.Count > 1) yield return new("L32", Severity.Warning, 1, 0, string.Concat(report.Title), "标题断成了几段：写成一段，太长时在词语之间换行。");
    }

    private static IEnumerable<Finding> Sections(AnnualReport report)
    {
        for (var at = 0; at < Parts.Length; at++)
            if (!report.Sections.Any(section => section.Heading.StartsWith(Ordinals[at]) && Parts[at].Heading.IsMatch(section.Heading)))
                yield return new("L31", Severity.Error, 0, 0, "", $"缺第{Ordinals[at]}部分“{Parts[at].Name}”（《法治政府建设与责任落实督察工作规定》第二十四条）。");
    }

    // The fourth section plans the year after; the others and the title tell of the year itself.
    private static IEnumerable<Finding> Years(AnnualReport report)
    {
        var place = report.Title.Count + report.Opening.Count;
        foreach (var line in report.Title)
            foreach (var found in Wrong(line, report.Year, 1, "标题")) yield return found;
        foreach (var section in report.Sections)
        {
            var plan = section.Heading.StartsWith(Ordinals[3]);
            foreach (var found in Wrong(section.Heading, plan ? report.Year + 1 : report.Year, place + 1, plan ? "第四部分写的是下一年的安排，" : "")) yield return found;
            place += 1 + section.Lines.Count;
        }
    }

    private static IEnumerable<Finding> Wrong(string text, int year, int paragraph, string why) =>
        from match in Year().Matches(text)
        where int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) != year
        select new Finding("L10", Severity.Error, paragraph, match.Index, text, $"{why}年份应当是{year.ToString(CultureInfo.InvariantCulture)}年，写成了{match.Value}。");

    private static IEnumerable<Finding> Answered(AnnualReport report)
    {
        if (Section(report, 1) is not { } wanting || Section(report, 3) is not { } plan) yield break;
        var wants = Deficiency().Matches(wanting.Text);
        foreach (Match want in wants)
        {
            var about = Matters.Where(matter => matter.Words.IsMatch(want.Value)).ToList();
            var open = about.Where(matter => !matter.Words.IsMatch(plan.Text)).Select(matter => matter.Name).ToList();
            if (open.Count * 2 > about.Count)
                yield return new("L31", Severity.Warning, 0, 0, want.Value.Length > 20 ? want.Value[..20] : want.Value, $"这项不足在第四部分没有相应的安排：{string.Join('、', open)}。");
        }
    }

    private static IEnumerable<Finding> Figures(AnnualReport report)
    {
        if (Section(report, 0) is { } done && !Result().IsMatch(done.Text))
            yield return new("L31", Severity.Warning, 0, 0, done.Heading, "第一部分讲成效，没有一个数字：写明件数、人次、比例，并和上年比较。");
    }

    // 3月1日 to the government above, 4月1日 to the public.
    private static IEnumerable<Finding> InTime(AnnualReport report)
    {
        foreach (var (what, on, last) in new[] { ("报送", report.SentOn, new DateOnly(report.Year + 1, 3, 1)), ("公开", report.PublishedOn, new DateOnly(report.Year + 1, 4, 1)) })
            if ((on ?? report.Today) > last)
                yield return new("L36", Severity.Error, 0, 0, "", $"应当在{ChineseDates.WithYear(last)}前{what}，{(on is { } day ? $"{ChineseDates.WithYear(day)}才{what}" : $"还没有{what}")}（《法治政府建设与责任落实督察工作规定》第二十四条）。");
    }

    private static ReportSection? Section(AnnualReport report, int at) => report.Sections.FirstOrDefault(section => section.Heading.StartsWith(Ordinals[at]));

    [GeneratedRegex(@"(?<!\d)(20\d{2})年(?!\d{1,2}月)")]
    private static partial Regex Year();

    [GeneratedRegex("[一二三四五六七八九]是[^；。]+")]
    private static partial Regex Deficiency();

    [GeneratedRegex(@"\d+(\.\d+)?\s*(%|个百分点|余?(件|人|人次|次|场|份|期|名|批|起|项|个|家|小时|万))")]
    private static partial Regex Result();
}
