using Xinfang.Documents.Checks;
using Xinfang.Insight.Api.Reports;
using Xinfang.Insight.Api.Reports.Drafts;

namespace Xinfang.Insight.Tests.Reports;

/// <summary>R-1 from frozen figures (handbook 9.4, scenario 18).</summary>
public class DraftingTheYearlyReport
{
    private static IReadOnlyList<ReportFinding> Check(Report report, DateOnly? today = null) => ReportCheck.Of(report, today ?? Planted.Drafted);

    [Fact, Rule("S-78")]
    public void A_draft_has_five_sections_and_nothing_is_wrong_but_what_is_to_be_written()
    {
        var report = Planted.Report();
        Assert.Equal(
            ["一、2026年推进法治政府建设的主要举措和成效", "二、2026年推进法治政府建设存在的不足和原因", "三、2026年主要负责人履行推进法治政府建设第一责任人职责的情况", "四、2027年推进法治政府建设的主要安排", "五、其他需要报告的情况"],
            report.Text.Sections.Select(section => section.Heading));
        var found = Check(report);
        Assert.True(report.Text.ToWrite >= 8);
        Assert.All(found, each => Assert.True(each.Rule == "L24", Planted.Rules(found)));
        Assert.Equal(report.Text.ToWrite, found.Select(each => each.Paragraph).Distinct().Count());
        Assert.Equal("", Planted.Rules(Check(Planted.Report(change: Planted.Filled))));
    }

    [Fact]
    public void The_figures_are_told_in_sentences_with_the_difference_to_the_year_before()
    {
        var words = string.Concat(Planted.Report().Text.Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Contains("2026年共登记信访事项1204件次，同比上升4.7%；", words, StringComparison.Ordinal);
        Assert.Contains("重复信访率20.0%，比上年上升10个百分点", words, StringComparison.Ordinal);
        Assert.Contains("按期答复率98.5%，与上年持平", words, StringComparison.Ordinal);
        Assert.Contains("初次件平均答复周期41.0天，与上年持平", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_figure_says_where_it_comes_from()
    {
        var snapshot = Planted.Snapshot();
        var figures = Planted.Report(snapshot: snapshot).Text.Paragraphs.SelectMany(paragraph => paragraph.Figures ?? []).ToList();
        Assert.All(figures, figure => Assert.Equal((snapshot.Id, new DateOnly(2026, 1, 1), new DateOnly(2027, 1, 1)), (figure.Snapshot, figure.From, figure.Until)));
        Assert.Contains(figures, figure => figure is { Code: "K-07", Part: 241, All: 1204, Value: "20.0%", Before: "10.0%" });
        Assert.All(Planted.Report(snapshot: snapshot).Text.Paragraphs.Where(paragraph => paragraph.Kind is ParagraphKind.Figures), paragraph =>
            Assert.All(paragraph.Figures!.Where(figure => paragraph.Key != "wants" && !paragraph.Key.StartsWith("plan.", StringComparison.Ordinal)), figure => Assert.True(figure.Value == "—" || paragraph.Text.Contains(figure.Value.TrimEnd('件'), StringComparison.Ordinal), $"{figure.Code} {figure.Value} in {paragraph.Text}")));
    }

    public static TheoryData<string> Watched => [.. Wanting.All.Select(watched => watched.Code)];

    [Theory, MemberData(nameof(Watched))]
    public void What_is_wanting_has_its_plan_in_the_fourth_section(string code)
    {
        var watched = Wanting.All.Single(each => each.Code == code);
        var bad = watched.HigherIsBetter ? (code, 50, 100L) : (code, 60L, 100L);
        var report = Planted.Report(snapshot: Planted.Snapshot(other: bad), change: Planted.Filled);
        var (wants, plans) = (string.Concat(report.Text.Sections[1].Paragraphs.Select(paragraph => paragraph.Text)), report.Text.Sections[3].Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Contains(watched.HigherIsBetter ? "50.0%" : "60.0%", wants, StringComparison.Ordinal);
        Assert.Contains(plans, plan => plan.Contains(watched.Plan, StringComparison.Ordinal));
        Assert.Equal("", Planted.Rules(Check(report)));
    }

    [Fact]
    public void Fewer_than_twenty_cases_want_nothing() =>
        Assert.DoesNotContain(Planted.Report(snapshot: Planted.Snapshot(other: ("K-14", 1, 19))).Text.Sections[1].Paragraphs, paragraph => paragraph.Text.Contains("调解", StringComparison.Ordinal));

    [Fact]
    public void Where_there_is_nothing_to_divide_by_somebody_has_to_write()
    {
        var report = Planted.Report(snapshot: Planted.Snapshot(other: [("K-04", 0, 0), ("K-05a", 0, 0), ("K-05b", 0, 0)]));
        Assert.Equal(ParagraphKind.ToWrite, report.Text.Paragraphs.Single(paragraph => paragraph.Key == "done.rating").Kind);
        Assert.DoesNotContain(report.Text.Paragraphs, paragraph => paragraph.Text.Contains('—', StringComparison.Ordinal));
    }

    [Fact, Rule("S-78")]
    public void The_fourth_section_with_the_year_of_the_report_is_an_error_at_its_heading()
    {
        var report = Planted.Report(change: text => Planted.Headed(Planted.Filled(text), 3, "四、2026年推进法治政府建设的主要安排"));
        var error = Assert.Single(Check(report), found => found.Rule == "L10");
        Assert.Equal((Severity.Error, 3, (string?)null, true), (error.Severity, error.Section!.Value, error.Paragraph, error.Blocks));
        Assert.Equal("report.errors", report.Approve(Planted.Head, Planted.Drafted)?.Code);
    }

    [Fact, Rule("S-78")]
    public void A_missing_section_is_an_error()
    {
        var report = Planted.Report(change: text => Planted.Filled(text) is var filled ? filled with { Sections = [.. filled.Sections.Where((_, at) => at != 2)] } : text);
        Assert.Contains(Check(report), found => found is { Rule: "L31", Severity: Severity.Error, Blocks: true } && found.Message.Contains("第一责任人", StringComparison.Ordinal));
        Assert.Equal("report.errors", report.Approve(Planted.Head, Planted.Drafted)?.Code);
    }

    [Theory, Rule("S-78")]
    [InlineData("2027-03-01", "2027-04-01", false, false)]
    [InlineData("2027-03-02", "2027-04-01", true, false)]
    [InlineData("2027-03-01", "2027-04-02", false, true)]
    public void Late_is_told_and_recorded_and_never_refused(string sent, string published, bool sentLate, bool publishedLate)
    {
        var (on, report) = (new DateOnly(2027, 4, 20), Planted.Report(change: Planted.Filled));
        Assert.Null(report.Approve(Planted.Head, Planted.Drafted));
        Assert.Null(report.Send(Planted.Head, Day(sent), on));
        Assert.Null(report.Publish(Planted.Head, Day(published), on));
        Assert.Equal((sentLate, publishedLate), (report.SentLate, report.PublishedLate));
        var late = Check(report, on).Where(found => found.Rule == "L36").ToList();
        Assert.Equal((sentLate ? 1 : 0) + (publishedLate ? 1 : 0), late.Count);
        Assert.All(late, found => Assert.False(found.Blocks));
    }

    [Fact]
    public void A_report_that_is_late_already_can_still_be_approved()
    {
        var report = Planted.Report(change: Planted.Filled);
        Assert.Equal(2, Check(report, new(2027, 4, 2)).Count(found => found.Rule == "L36"));
        Assert.Null(report.Approve(Planted.Head, new(2027, 4, 2)));
    }

    [Fact]
    public void What_was_drafted_before_the_period_was_over_has_to_be_drafted_anew()
    {
        var snapshot = Planted.Snapshot(2027);
        Assert.Contains(Check(Planted.Report(snapshot: snapshot, change: Planted.Filled)), found => found.Blocks && found.Message.Contains("重新起草", StringComparison.Ordinal));
    }

    [Fact]
    public void Whoever_puts_it_otherwise_keeps_the_figures()
    {
        var report = Planted.Report(change: text => Planted.Filled(text) with { Sections = [.. Planted.Filled(text).Sections.Select(section => section with { Paragraphs = [.. section.Paragraphs.Select(paragraph => paragraph.Key == "done.first" ? paragraph with { Kind = ParagraphKind.Written, Text = "重复信访率只有12.0%。" } : paragraph)] })] });
        Assert.Contains(Check(report), found => found is { Rule: "L27", Paragraph: "done.first", Blocks: false } && found.Message.Contains("重复信访率”是20.0%", StringComparison.Ordinal));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
