using static Xinfang.Law.Tests.Given;

namespace Xinfang.Law.Tests;

/// <summary>期限计算: the arithmetic of the system, without a petition.</summary>
public class CalculatingForAnybody
{
    private static readonly Moment Now = At("2026-03-11T09:00:00+08:00");

    [Fact]
    public void Gives_the_date_and_its_sum()
    {
        Assert.False(Calculator.Compute(Now, "completion", Day("2026-03-11"), extensionDays: 30).Refused(out _, out var due));

        Assert.Equal((Day("2026-06-09"), Day("2026-06-09")), (due.StrictDueOn, due.DueOn));
        Assert.Contains(due.Derivation, line => line.Label == "延期" && line.Text == "30日");
    }

    [Fact]
    public void Knows_every_term_but_the_cap_and_those_that_a_letter_or_plan_sets() =>
        Assert.Equal(
            Terms.Default.All.Where(term => !term.Policy).Select(term => term.Code).Except([Terms.Extension.Code, Terms.AssignmentReport.Code, Terms.Enforcement.Code, Terms.Redo.Code, Terms.Adoption.Code]).Order(),
            Calculator.All.Where(each => !each.Term.Policy).Select(each => each.Term.Code).Order());

    [Theory]
    [InlineData("no-such-term", "2026-03-11", 0, 0, "calculator.term")]
    [InlineData("completion", "2022-04-30", 0, 0, "calculator.day")]
    [InlineData("completion", "9999-12-31", 0, 0, "calculator.day")]
    [InlineData("completion", "2026-03-11", 31, 0, "calculator.extension")]
    [InlineData("completion", "2026-03-11", -1, 0, "calculator.extension")]
    [InlineData("completion", "2026-03-11", 0, 1, "calculator.hearing-in-recheck-only")]
    [InlineData("review", "2026-03-11", 1, 0, "calculator.extension-of-completion-only")]
    [InlineData("recheck", "2026-03-11", 0, 366, "calculator.hearing")]
    public void Refuses_what_the_law_does_not_know(string term, string from, int extension, int hearing, string code)
    {
        Assert.True(Calculator.Compute(Now, term, Day(from), extension, hearing).Refused(out var refusal, out _));
        Assert.Equal(code, refusal.Code);
    }
}
