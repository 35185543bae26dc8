using Xinfang.Documents.Checks;

namespace Xinfang.Documents.Tests.Checks;

/// <summary>The annual report on law-based government: what was wrong with the one of 2024 is found, and a sound one passes.</summary>
public class ReadingTheAnnualReport
{
    private const string Sound = """
        南开区信访办2026年度法治政府建设情况报告
        2026年，区信访办依法做好信访工作。现将有关情况报告如下：
        一、2026年推进法治政府建设的主要举措和成效
        （一）依法办理
        全年登记信访事项1204件，按期办结率为96.5%，比上年提高2.1个百分点。
        （二）普法宣传
        组织宣传活动14场，参加的单位9家。
        二、2026年推进法治政府建设存在的不足和原因
        一是普法宣传的形式还不够多；二是重复信访比例仍然较高；三是受理、办理的规范化水平还有差距。
        三、2026年主要负责人履行推进法治政府建设第一责任人职责的情况
        主要负责人听取汇报4次，研究解决问题11项。
        四、2027年推进法治政府建设的主要安排
        （一）丰富普法宣传的形式。每季度至少采用三种形式，和街道联合开展。
        （二）降低重复信访比例。初信初访首次办理时把事实查清。
        （三）规范受理、办理。每月抽查案卷，按抽查结果培训。
        五、其他需要报告的情况
        没有其他需要报告的情况。
        """;

    private static readonly DateOnly Before = new(2027, 2, 20);

    private static IReadOnlyList<Finding> Check(string text, int year = 2026, DateOnly? today = null) => AnnualReportLinter.Check(AnnualReport.Read(text, year, today ?? Before));

    private static string Rules(IEnumerable<Finding> found) => string.Join('\n', found.Select(each => $"{each.Rule} {each.Where} {each.Excerpt} {each.Message}"));

    [Fact]
    public void A_sound_report_has_nothing_found_in_it() => Assert.Equal("", Rules(Check(Sound)));

    [Fact]
    public void Every_fault_of_the_report_of_2024_is_found_and_none_is_invented()
    {
        var found = Check(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Checks", "nankai-2024-report.txt")), 2024, new(2025, 2, 20));
        Assert.Equal(
            [
                "L01 思想,贯彻", "L04 处，", "L10 四、2024年推进法治政府建设的主要安排", "L31 ", "L31 一、2024年推进法治政府建设的主要举措和成效",
                "L31 三是信访事项的受理、办理等规范化水平还有", "L32 南开区信访办2024年度法治政府建设情况报告",
            ],
            found.Select(each => $"{each.Rule} {(each.Rule is "L01" or "L04" ? Around(each) : each.Excerpt)}").Order(StringComparer.Ordinal));
    }

    private static string Around(Finding found) => found.Rule is "L01" ? found.Excerpt[2..7] : found.Excerpt[^2..];

    [Theory]
    [InlineData("四、2027年", "四、2026年", "L10")]
    [InlineData("二、2026年", "二、2025年", "L10")]
    [InlineData("2026年度法治政府", "2025年度法治政府", "L10")]
    [InlineData("法治政府建设情况报告\n", "法治政府建设\n情况报告\n", "L32")]
    [InlineData("和街道联合开展。", "和街道联合开展，", "L04")]
    [InlineData("依法办理\n", "依法办理\n张某某的手机是13000000009。", "L20")]
    [InlineData("五、其他需要报告的情况", "", "L31")]
    [InlineData("三、2026年主要负责人履行推进法治政府建设第一责任人职责的情况", "", "L31")]
    [InlineData("普法宣传的形式还不够多", "基层调解员队伍人手不足", "L31")]
    public void A_planted_fault_is_found(string right, string wrong, string rule) => Assert.Contains(Check(Sound.Replace(right, wrong, StringComparison.Ordinal)), found => found.Rule == rule);

    [Fact]
    public void A_report_without_a_single_figure_in_its_results_is_told()
    {
        var without = Sound.Replace("全年登记信访事项1204件，按期办结率为96.5%，比上年提高2.1个百分点。", "按期办结率有所提高。", StringComparison.Ordinal).Replace("组织宣传活动14场，参加的单位9家。", "组织了宣传活动。", StringComparison.Ordinal);
        Assert.Contains(Check(without), found => found is { Rule: "L31", Message: var message } && message.Contains("没有一个数字", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2027-03-01", "2027-04-01", "")]
    [InlineData("2027-03-02", "2027-04-01", "报送")]
    [InlineData("2027-03-01", "2027-04-02", "公开")]
    [InlineData("2027-03-01", null, "")]
    public void A_report_is_sent_by_1_March_and_published_by_1_April(string? sent, string? published, string late)
    {
        var report = AnnualReport.Read(Sound, 2026, new(2027, 3, 20)) with { SentOn = Day(sent), PublishedOn = Day(published) };
        Assert.Equal(late, string.Concat(AnnualReportLinter.Check(report).Select(found => found.Message.Contains("前报送", StringComparison.Ordinal) ? "报送" : "公开")));
    }

    [Fact]
    public void A_report_that_nobody_has_published_after_1_April_is_late() =>
        Assert.Equal(2, AnnualReportLinter.Check(AnnualReport.Read(Sound, 2026, new(2027, 4, 2))).Count(found => found.Rule is "L36"));

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
