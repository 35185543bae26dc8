using Xinfang.Insight.Api.Measures;
using Xinfang.Insight.Api.Reports;
using Xinfang.Insight.Api.Reports.Drafts;

namespace Xinfang.Insight.Tests.Reports;

/// <summary>R-2, R-4 and R-5 from frozen figures.</summary>
public class DraftingOtherReports
{
    [Fact, Rule("A-54")]
    public void The_report_of_article_41_has_figures_fields_organs_supervision_proposals_and_what_else_there_is()
    {
        var report = Planted.Report(ReportKind.Petitions, change: Planted.Filled);
        Assert.Equal(["一、信访事项的数据统计", "二、信访事项涉及的领域和被投诉较多的机关、单位", "三、转送、交办和督办情况", "四、提出建议以及被采纳情况", "五、其他需要报告的事项"], report.Text.Sections.Select(section => section.Heading));
        Assert.Equal("", Planted.Rules(ReportCheck.Of(report, Planted.Drafted)));
        Assert.Equal(5, report.Text.Paragraphs.Count(paragraph => paragraph.Table is not null));
        var words = string.Concat(report.Text.Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Contains("初次信访963件次，重复信访241件次，重复信访率20.0%，比上年上升10个百分点。", words, StringComparison.Ordinal);
        Assert.Contains("网上602件次，占50.0%", words, StringComparison.Ordinal);
        Assert.Contains("三项建议采纳率83.3%", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_adds_up_and_says_how_it_was_a_year_before()
    {
        var table = Planted.Report(ReportKind.Petitions).Text.Paragraphs.Single(paragraph => paragraph.Key == "channels").Table!;
        Assert.Equal(["形式", "件次", "占比", "同比", "重复", "超期"], table.Columns);
        Assert.Equal(["网上", "602", "50.0%", "+4.7%", "120", "12"], table.Rows[0]);
        Assert.Equal(["合计", "1204", "100.0%", "+4.7%"], table.Rows[^1].Take(4));
    }

    [Fact, Rule("A-49"), Rule("C-25")]
    public void A_scorecard_holds_organs_to_notice_answers_ratings_first_cases_repeats_and_documents()
    {
        var report = Planted.Report(ReportKind.Scorecard);
        Assert.Equal(["score.K-02", "score.K-03", "score.K-05b", "score.K-06", "score.K-07", "score.K-17"], report.Text.Sections[0].Paragraphs.Select(paragraph => paragraph.Key));
        Assert.Contains("对责任单位的满意率", report.Text.Paragraphs.Single(paragraph => paragraph.Key == "score.K-05b").Heading, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scorecard_ranks_nobody_on_fewer_than_twenty_cases()
    {
        var report = Planted.Report(ReportKind.Scorecard);
        var table = report.Text.Paragraphs.Single(paragraph => paragraph.Key == "score.K-03").Table!;
        Assert.Equal([("区住建委", "1"), ("区人社局", "2"), ("长虹街道", "不排名")], table.Rows.Select(row => (row[0], row[5])));
        Assert.Equal([("区人社局", "1"), ("区住建委", "2"), ("长虹街道", "不排名")], report.Text.Paragraphs.Single(paragraph => paragraph.Key == "score.K-07").Table!.Rows.Select(row => (row[0], row[5])));
        Assert.Contains('到', table.Rows[0][4]);
    }

    [Fact]
    public void An_analysis_tells_what_has_grown_against_the_period_before_and_the_year_before()
    {
        var frozen = Planted.Snapshot();
        var content = frozen.Content with { Before = frozen.Content.YearBefore };
        var text = SituationDraft.Of("2026年第2季度", new Numbers(frozen.Id, content));
        var total = text.Paragraphs.First().Text;
        Assert.StartsWith("2026年第2季度共登记信访事项1204件次，环比上升4.7%，同比上升4.7%。", total, StringComparison.Ordinal);
        Assert.Contains("城乡建设602件次，环比上升4.7%，同比上升4.7%", text.Sections[3].Paragraphs.Single().Text, StringComparison.Ordinal);
        Assert.Equal(7, text.Paragraphs.First(paragraph => paragraph.Table is not null).Table!.Columns.Count);
    }

    [Theory]
    [InlineData(ReportKind.RuleOfLaw, 2026, Span.Quarter, 1, "span")]
    [InlineData(ReportKind.Situation, 2026, Span.Year, 1, "span")]
    [InlineData(ReportKind.Situation, 2026, Span.Month, 13, "number")]
    [InlineData(ReportKind.Situation, 2026, Span.Week, 53, null)]
    [InlineData(ReportKind.Situation, 2027, Span.Week, 53, "number")]
    [InlineData(ReportKind.Petitions, 1999, Span.Year, 1, "year")]
    public void Periods_are_those_of_the_calendar(object kind, int year, object span, int number, string? wrong) =>
        Assert.Equal(wrong, new ReportSpan(year, (Span)span, number).Wrong((ReportKind)kind)?.Field);

    [Fact]
    public void A_week_begins_on_Monday_and_a_quarter_has_three_months()
    {
        Assert.Equal((new DateOnly(2026, 2, 23), new DateOnly(2026, 3, 2)), Days(new(2026, Span.Week, 9)));
        Assert.Equal((new DateOnly(2026, 4, 1), new DateOnly(2026, 7, 1)), Days(new(2026, Span.Quarter, 2)));

        static (DateOnly, DateOnly) Days(ReportSpan span) => span.Period(Basis.Received) is var period ? (period.From, period.Until) : default;
    }

    [Fact]
    public void Drafted_anew_what_people_wrote_stays_in_its_place_and_what_they_added_at_the_end()
    {
        var first = Planted.Filled(Planted.Report().Text);
        var added = first with { Sections = [first.Sections[0] with { Paragraphs = [.. first.Sections[0].Paragraphs, new("mine", ParagraphKind.Written, "另外做了一件事。")] }, .. first.Sections.Skip(1)] };
        var anew = Planted.Report(snapshot: Planted.Snapshot(other: ("K-03", 500, 1000))).Text.Keeping(added);
        Assert.Equal(0, anew.ToWrite);
        Assert.Equal("mine", anew.Sections[0].Paragraphs[^1].Key);
        Assert.Contains("按期答复率50.0%", anew.Paragraphs.Single(paragraph => paragraph.Key == "done.terms").Text, StringComparison.Ordinal);
    }
}
