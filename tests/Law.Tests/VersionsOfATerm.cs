using Xinfang.Testing;
using static Xinfang.Law.Tests.Given;

namespace Xinfang.Law.Tests;

/// <summary>The term in force when the triggering fact happened applies, whatever is loaded later.</summary>
public class VersionsOfATerm
{
    private static readonly Term Second = Terms.Completion with { Days = 45, InForceFrom = Day("2026-07-01") };
    private static readonly TermTable Later = Terms.Default.With(Second);

    [Fact]
    public void A_second_version_leaves_the_dates_of_an_old_petition_unchanged()
    {
        var stored = Loaded.Due(Day("2026-06-30"), Terms.Completion, "受理");

        Assert.Equal(stored.DueOn, stored.Facts.Project(Loaded, Later).DueOn);
    }

    [Fact]
    public void A_fact_on_the_first_day_of_the_second_version_starts_the_second_version()
    {
        Assert.Equal(60, Later.InForce(Terms.Completion.Code, Day("2026-06-30")).Days);
        Assert.Equal(45, Later.InForce(Terms.Completion.Code, Day("2026-07-01")).Days);
        Assert.Equal(Day("2026-06-30"), Later.InForce(Terms.Completion.Code, Day("2026-06-30")).InForceUntil);
    }

    [Fact]
    public void Naming_the_term_in_code_takes_the_version_of_the_day()
    {
        Assert.Equal(45, At("2026-07-01T09:00:00+08:00", terms: Later).Due(Terms.Completion, "受理").Days);
        Assert.Equal(60, At("2026-07-01T09:00:00+08:00", terms: Later).Due(Day("2026-06-30"), Terms.Completion, "受理").Days);
        Assert.Equal(60, At("2026-07-01T09:00:00+08:00", terms: Later).Due(Day("2026-06-30"), Terms.Completion.Code, "受理").Days);
    }

    [Fact]
    public void A_letter_of_assignment_sets_its_own_length()
    {
        var due = At("2026-03-02T09:00:00+08:00").Due(Terms.AssignmentReport with { Days = 45 }, "交办");

        Assert.Equal(Day("2026-04-16"), due.DueOn);
        Assert.Equal("《信访工作条例》第二十二条第一款第（三）项；期限45日由交办函规定", due.Basis);
        Assert.Equal(due, due.Facts.Project(Loaded, Terms.Default));
    }

    [Fact]
    public void Before_the_Regulation_there_is_no_term()
    {
        Assert.Null(Terms.Default.Find(Terms.Completion.Code, Day("2022-04-30")));
        Assert.Throws<KeyNotFoundException>(() => Terms.InForce(Terms.Completion.Code, Day("2022-04-30")));
        Assert.Throws<KeyNotFoundException>(() => Terms.InForce("no-such-term", Day("2026-04-30")));
    }

    [Fact]
    public void Two_versions_cannot_be_in_force_on_one_day()
    {
        Assert.Throws<ArgumentException>(() => new TermTable([Terms.Completion, Second]));
        Assert.Throws<ArgumentException>(() => new TermTable([Terms.Completion with { InForceUntil = Second.InForceFrom }, Second]));
        Assert.Throws<ArgumentException>(() => new TermTable([Terms.Completion with { Days = 0 }]));
    }

    [Fact, Rule("C-24")]
    public void A_policy_that_the_district_changes_applies_to_facts_of_later_days()
    {
        var table = Terms.Default.With(Terms.ServiceOfOpinion with { Days = 3, InForceFrom = Day("2026-07-01") }, Terms.RatingWindow with { Days = 60, InForceFrom = Day("2026-07-01") });
        var stored = Loaded.Due(Day("2026-06-30"), Terms.ServiceOfOpinion, "作出意见");

        Assert.Equal(stored.DueOn, stored.Facts.Project(Loaded, table).DueOn);
        Assert.Equal(3, At("2026-07-01T09:00:00+08:00", terms: table).Due(Terms.ServiceOfOpinion, "作出意见").Days);
        Assert.Equal(30, At("2026-07-05T09:00:00+08:00", terms: table).Due(Day("2026-06-30"), Terms.RatingWindow, "送达").Days);
        Assert.Contains("本区设定", At("2026-07-01T09:00:00+08:00", terms: table).Due(Terms.RatingWindow, "送达").Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_policy_says_so_and_no_law_does()
    {
        foreach (var term in Terms.Default.All)
            Assert.Equal(term.Policy, Loaded.Due(Day("2026-03-02"), term, "收到").Basis.Contains("本区设定", StringComparison.Ordinal));
    }
}
