using System.Globalization;
using Xinfang.Insight.Api.Measures;
using Xinfang.Law;

namespace Xinfang.Insight.Api.Reports.Drafts;

/// <summary>R-1 法治政府建设年度报告: five sections (art. 24 of the rules on its supervision); each deficiency of the second has its plan in the fourth, which is about the year after.</summary>
internal static class RuleOfLawDraft
{
    public static ReportText Of(int year, Numbers numbers)
    {
        var wanting = Wanting.Find(numbers);
        return new(
            $"南开区信访办{year}年度法治政府建设情况报告",
            $"{year}年，区信访办坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻习近平法治思想，依法做好信访工作。现将{year}年度法治政府建设情况报告如下：",
            [
                new($"一、{year}年推进法治政府建设的主要举措和成效", Done(year, numbers)),
                new($"二、{year}年推进法治政府建设存在的不足和原因", Wants(numbers, wanting)),
                new($"三、{year}年主要负责人履行推进法治政府建设第一责任人职责的情况", First()),
                new($"四、{year + 1}年推进法治政府建设的主要安排", Plans(numbers, wanting)),
                new("五、其他需要报告的情况", [ReportParagraph.ToWrite("other", "写其他需要报告的情况；没有的，写“没有其他需要报告的情况。”")]),
            ]);
    }

    private static List<ReportParagraph> Done(int year, Numbers numbers)
    {
        var heading = 0;
        return
        [
            ReportParagraph.ToWrite("done.lead", "写组织领导和集体研究决定：中心组学法几次，研究法治工作几次，写明次数和内容", Next("加强组织领导"), "学法的次数在培训的学时页，集体决定在法治任务页"),
            Registered(year, numbers, Next("依法登记，及时受理")),
            numbers.Paragraph("done.terms", Next("按期办理，规范文书"), ["K-03", "K-09b", "K-13a", "K-17"]),
            numbers.Paragraph("done.first", Next("抓实初信初访，减少重复"), ["K-06", "K-07", "K-10"]),
            numbers.Paragraph("done.rating", Next("接受群众评价"), ["K-04", "K-05a", "K-05b"]),
            numbers.Paragraph("done.remedy", Next("多元化解，依法复查复核"), ["K-14", "K-15a", "K-15b", "S-25"]),
            numbers.Paragraph("done.supervision", Next("加强督办，推动改进"), ["K-12a", "K-12b", "K-12c", "K-12d"]),
            Taught("done.outreach", Next("落实普法责任"), "写普法：场次、人次、用了几种形式、联合了哪些单位", "数在普法指标页",
                numbers.Content.Outreach is { } told ? [DutiesDraft.ActivitiesOf(year, told), DutiesDraft.ListOf(year, told.Duties, "普法责任清单")] : []),
            Taught("done.training", Next("加强业务培训"), "写培训：场次、人次、参训率、合格率，帮了哪些单位，结果怎样", "数在培训指标页",
                numbers.Content.Training is { } trained ? [TrainingDraft.CoursesOf(year, trained.Courses), TrainingDraft.ExamsOf(year, trained), TrainingDraft.CoachingOf(trained)] : []),
        ];

        string Next(string name) => $"（{ChineseNumerals.Of(++heading)}）{name}";
    }

    /// <summary>What outreach and training have told of the year; to be written where they have told nothing.</summary>
    private static ReportParagraph Taught(string key, string heading, string open, string hint, IReadOnlyList<string?> told) =>
        string.Concat(told) is { Length: > 0 } known ? new(key, ParagraphKind.Figures, known, heading) : ReportParagraph.ToWrite(key, open, heading, hint);

    private static ReportParagraph Registered(int year, Numbers numbers, string heading)
    {
        var before = numbers.YearBefore("K-00")?.Part ?? 0;
        var total = string.Create(CultureInfo.InvariantCulture, $"{year}年共登记信访事项{numbers.Total}件次{Numbers.Change(numbers.Total, before, "同比")}");
        return numbers.Paragraph("done.registration", heading, ["K-11", "K-01", "K-02", "K-08"], $"{total}；") is { Kind: ParagraphKind.Figures } known
            ? known with { Figures = [.. new[] { numbers.Trace("K-00") }.OfType<ReportFigure>(), .. known.Figures!] }
            : new("done.registration", ParagraphKind.Figures, $"{total}。", heading, [.. new[] { numbers.Trace("K-00") }.OfType<ReportFigure>()]);
    }

    private static List<ReportParagraph> Wants(Numbers numbers, IReadOnlyList<Deficiency> wanting) =>
    [
        wanting.Count == 0
            ? ReportParagraph.ToWrite("wants", "各项数字没有比上年差的，也都达到目标；写看到的其他不足，一条一条写成“一是…；二是…。”")
            : new("wants", ParagraphKind.Figures, string.Join('；', wanting.Select((found, at) => $"{ChineseNumerals.Of(at + 1)}是{found.Clause}")) + "。",
                Figures: [.. wanting.Select(found => numbers.Trace(found.Of.Code)).OfType<ReportFigure>()]),
        ReportParagraph.ToWrite("causes", "逐条写不足的原因", hint: "各单位的差别在考核情况里，办结时记下的成因在研判页"),
    ];

    private static List<ReportParagraph> First() =>
    [
        ReportParagraph.ToWrite("first.study", "写主要负责人学法：学了什么，几次，主持中心组学法几次", "（一）带头学法", "从第一责任人履职台账取"),
        ReportParagraph.ToWrite("first.heard", "写听取法治工作汇报：几次，什么时候，听了什么", "（二）听取汇报", "从第一责任人履职台账取"),
        ReportParagraph.ToWrite("first.solved", "写召集班子研究解决的重大问题：几项，解决了几项", "（三）研究解决问题", "从第一责任人履职台账取"),
        ReportParagraph.ToWrite("first.urged", "写亲自部署、过问、督促的事：每件写明做了什么、结果怎样", "（四）亲自部署、过问、督促", "从第一责任人履职台账取"),
    ];

    private static List<ReportParagraph> Plans(Numbers numbers, IReadOnlyList<Deficiency> wanting) =>
    [
        .. wanting.Select((found, at) => new ReportParagraph($"plan.{found.Of.Code}", ParagraphKind.Figures, $"（{ChineseNumerals.Of(at + 1)}）{found.Of.Plan}{(found.Of.Aim is null ? "" : $"目标是{Wanting.Aim(found.Of)}。")}",
            Figures: [.. new[] { numbers.Trace(found.Of.Code) }.OfType<ReportFigure>()])),
        ReportParagraph.ToWrite("plan.year", "写下一年的重点：普法、培训、法治化建设各做什么，谁做，什么时候完成", $"（{ChineseNumerals.Of(wanting.Count + 1)}）其他重点工作"),
    ];
}
