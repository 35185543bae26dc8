using System.Text.Json;
using Xinfang.Testing;
using static Xinfang.Law.Tests.Given;

namespace Xinfang.Law.Tests;

public class HowATermStands
{
    private static readonly DueDate Completion = Loaded.Due(Day("2026-03-11"), Terms.Completion, "受理");
    private static readonly DueDate Contest = Loaded.Due(Day("2026-03-04"), Terms.Contest, "收到");

    [Theory]
    [InlineData("2026-03-11", null, TermState.Running, "还剩61天")]
    [InlineData("2026-04-17", null, TermState.Running, "还剩24天")]
    [InlineData("2026-04-24", null, TermState.Running, "还剩17天")]
    [InlineData("2026-04-25", null, TermState.DueSoon, "还剩16天")]
    [InlineData("2026-05-10", null, TermState.DueSoon, "还剩1天")]
    [InlineData("2026-05-11", null, TermState.DueToday, "今天")]
    [InlineData("2026-05-13", null, TermState.Overdue, "超2天")]
    [InlineData("2026-05-20", "2026-03-17", TermState.InTime, "按期，用6天")]
    [InlineData("2026-05-20", "2026-03-11", TermState.InTime, "按期，当天")]
    [InlineData("2026-05-20", "2026-05-11", TermState.InTime, "按期，用61天")]
    [InlineData("2026-05-20", "2026-05-12", TermState.Late, "超1天，用62天")]
    public void A_term_of_calendar_days(string today, string? doneOn, TermState state, string text)
    {
        var view = TermView.Of(Completion, Day(today), doneOn is null ? null : Day(doneOn), Loaded);

        Assert.Equal((state, text), (view.State, view.RemainingText));
    }

    [Theory]
    [InlineData("2026-03-04", null, TermState.Running, "还剩5个工作日")]
    [InlineData("2026-03-07", null, TermState.Running, "还剩3个工作日")]
    [InlineData("2026-03-10", null, TermState.DueSoon, "还剩1个工作日")]
    [InlineData("2026-03-11", null, TermState.DueToday, "今天")]
    [InlineData("2026-03-12", null, TermState.Overdue, "超1天")]
    [InlineData("2026-03-12", "2026-03-09", TermState.InTime, "按期，用3个工作日")]
    public void A_term_of_working_days(string today, string? doneOn, TermState state, string text)
    {
        var view = TermView.Of(Contest, Day(today), doneOn is null ? null : Day(doneOn), Loaded);

        Assert.Equal((state, text), (view.State, view.RemainingText));
    }

    [Fact]
    public void Between_the_strict_date_and_the_date_an_organ_is_late_but_not_in_breach()
    {
        Assert.False(Completion.StrictlyLate(Day("2026-05-10")));
        Assert.True(Completion.StrictlyLate(Day("2026-05-11")));
        Assert.Equal(TermState.DueToday, Completion.At(Day("2026-05-11")));
        Assert.True(Completion.StrictlyLate(Day("2026-07-01"), doneOn: Day("2026-05-11")));
        Assert.Equal(TermState.InTime, Completion.At(Day("2026-07-01"), doneOn: Day("2026-05-11")));
    }

    [Fact]
    public void The_warning_begins_when_three_quarters_are_used() =>
        Assert.Equal((Day("2026-04-25"), Day("2026-03-10")), (Completion.DueSoonFrom, Contest.DueSoonFrom));

    [Fact]
    public void The_sum_reads_as_on_the_page() =>
        Assert.Equal(
            """
            从哪天 2026年3月11日（周三）受理
            第1天 2026年3月12日（周四），受理当天不算
            多少天 60日，自然日，节假日也算
            第60天 2026年5月10日（周日）
            遇周日 顺延到下一个上班日
            最晚 2026年5月11日（周一）
            """, Sum(Completion));

    [Fact]
    public void The_sum_names_the_holiday_the_extension_and_the_hearing()
    {
        Assert.Equal(
            """
            从哪天 2026年7月3日（周五）受理
            第1天 2026年7月4日（周六），受理当天不算
            多少天 60日，自然日，节假日也算
            延期 30日
            第90天 2026年10月1日（周四）
            遇国庆节 顺延到下一个上班日
            最晚 2026年10月8日（周四）
            """, Sum(Loaded.Due(Day("2026-07-03"), Terms.Completion, "受理", extensionDays: 30)));
        Assert.Equal(
            """
            从哪天 2026年3月26日（周四）收到申请
            第1天 2026年3月27日（周五），收到申请当天不算
            多少天 30日，自然日，节假日也算
            不计入 听证4天
            第34天 2026年4月29日（周三），上班日，不用顺延
            最晚 2026年4月29日（周三）
            """, Sum(Loaded.Due(Day("2026-03-26"), Terms.Recheck, "收到申请", excludedDays: 4)));
    }

    [Fact]
    public void The_sum_of_working_days_names_the_make_up_day() =>
        Assert.Equal(
            """
            从哪天 2025年1月20日（周一）收到
            第1天 2025年1月21日（周二），收到当天不算
            多少天 5个工作日，节假日不算，调休上班的算
            跳过 不上班的1天
            调休 1月26日（周日）上班，算1天
            第5天 2025年1月26日（周日）
            最晚 2025年1月26日（周日）
            """, Sum(Loaded.Due(Day("2025-01-20"), Terms.Contest, "收到")));

    [Fact, Rule("P-04")]
    public void The_basis_cites_the_term_the_roll_and_the_setting()
    {
        Assert.Equal("《信访工作条例》第三十四条；期间末日顺延比照《民法典》第二百零三条", Completion.Basis);
        Assert.Equal("《信访工作条例》第二十三条第三款", Contest.Basis);
        Assert.Equal("《信访工作条例》第二十一条；评价期限30日为本区设定", Loaded.Due(Day("2026-04-29"), Terms.RatingWindow, "您签收").Basis);
    }

    [Fact]
    public void The_view_survives_the_wire()
    {
        var view = TermView.Of(Completion, Day("2026-04-17"), null, Loaded);
        var json = JsonSerializer.Serialize(view, JsonSerializerOptions.Web);

        Assert.Contains("\"kind\":\"Calendar\"", json, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"Running\"", json, StringComparison.Ordinal);
        Assert.Contains("\"dueOn\":\"2026-05-11\"", json, StringComparison.Ordinal);
        var read = JsonSerializer.Deserialize<TermView>(json, JsonSerializerOptions.Web)!;
        Assert.Equal(view.Derivation, read.Derivation);
        Assert.Equal(view, read with { Derivation = view.Derivation });
    }

    [Fact]
    public void The_stored_facts_survive_the_wire()
    {
        var json = JsonSerializer.Serialize(Completion.Facts, JsonSerializerOptions.Web);

        Assert.Equal(Completion, JsonSerializer.Deserialize<TermFacts>(json, JsonSerializerOptions.Web)!.Project(Loaded, Terms.Default));
    }

    private static string Sum(DueDate due) => string.Join('\n', due.Derivation.Select(line => $"{line.Label} {line.Text}"));
}
