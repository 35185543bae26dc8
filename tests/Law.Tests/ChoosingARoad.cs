using System.Globalization;
using Xinfang.Testing;

namespace Xinfang.Law.Tests;

/// <summary>The six roads of article 31 and the routing table of article 22.</summary>
public class ChoosingARoad
{
    private static readonly Answered No = Answered.No("没有");
    private static readonly RoutingFacts Nothing = new(false, No, No, No, No, No, No, No, No, No, No, No, No);

    [Fact, Rule("A-35")]
    public void There_are_six_in_the_order_of_the_article()
    {
        Assert.Equal(Enum.GetValues<StatutoryRoute>(), Routes.All.Select(line => line.Route));
        Assert.Equal([1, 2, 3, 4, 5, 6], Routes.All.Select(line => line.Basis.Item));
        Assert.All(Routes.All, line => Assert.Equal((PetitionRegulations.Title, 31), (line.Basis.Instrument, line.Basis.Number)));
    }

    [Theory, Rule("A-35")]
    [InlineData(StatutoryRoute.Litigation, "6个月", "《行政诉讼法》第四十六条")]
    [InlineData(StatutoryRoute.Litigation, "15日", "《行政诉讼法》第四十五条")]
    [InlineData(StatutoryRoute.Arbitration, "1年", "《劳动争议调解仲裁法》第二十七条")]
    [InlineData(StatutoryRoute.Arbitration, "2年", "《农村土地承包经营纠纷调解仲裁法》第十八条")]
    [InlineData(StatutoryRoute.AdministrativeReview, "60日", "《行政复议法》第二十条")]
    public void The_letter_tells_the_limit_of_the_other_procedure_and_its_law(StatutoryRoute route, string span, string law)
    {
        var text = Routes.Of(route).LimitText;
        Assert.Contains(span, text, StringComparison.Ordinal);
        Assert.Contains(law, text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_binds_only_the_deciding_organ_is_not_told_as_the_petitioners() =>
        Assert.DoesNotContain("第六十二条", Routes.Of(StatutoryRoute.AdministrativeReview).LimitText, StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-03-02", LimitUnit.Days, 60, "2026-05-06")] // strict 1 May, a holiday
    [InlineData("2026-08-31", LimitUnit.Months, 6, "2027-03-01")] // no 31 February: the 28th, a Sunday
    [InlineData("2024-02-29", LimitUnit.Years, 1, "2025-02-28")]
    public void A_limit_ends_on_a_working_day(string from, LimitUnit unit, int length, string last) =>
        Assert.Equal(DateOnly.Parse(last, CultureInfo.InvariantCulture), new RouteLimit("做", "知道", length, unit, PetitionRegulations.Roads)
            .LastDay(DateOnly.Parse(from, CultureInfo.InvariantCulture), LegalCalendar.Default));

    [Fact, Rule("C-02")]
    public void Only_the_sixth_may_be_simple() => Assert.Equal([StatutoryRoute.Opinion], Routes.All.Where(line => line.MayBeSimple).Select(line => line.Route));

    [Fact, Rule("A-35")]
    public void Words_speak_for_a_road_and_the_sixth_is_for_the_rest()
    {
        var hints = Routes.Hints("法院判决以后一直不执行");
        Assert.Equal(["判决", "法院"], hints.Single(hint => hint.Line.Route is StatutoryRoute.Litigation).Signs);
        Assert.False(hints.Single(hint => hint.Line.Route is StatutoryRoute.Opinion).Speaks);
        Assert.Equal([StatutoryRoute.Opinion], Routes.Hints("一楼下水管返水").Where(hint => hint.Speaks).Select(hint => hint.Line.Route));
    }

    [Theory]
    [InlineData("AlreadyAccepted", false)]
    [InlineData("Arbitration", true)]
    [InlineData(null, false)]
    public void A_code_finds_its_line(string? code, bool found) => Assert.Equal(found, Routes.Find(code) is not null);

    [Fact, Rule("A-27")]
    public void Urgent_is_reported_and_the_rest_is_still_decided()
    {
        var lines = RoutingTable.Evaluate(Nothing with { Urgent = Answered.Yes("选了紧急"), OwnLevel = Answered.Yes("区住建委") });
        Assert.Equal(RoutingAction.Escalate, lines[0].Action);
        Assert.Equal((Fit.Yes, false), (lines[0].Fit, lines[0].Chosen));
        Assert.Equal(RoutingAction.Forward, lines.Single(line => line.Chosen).Action);
    }

    [Fact, Rule("A-08")]
    public void The_first_that_fits_wins()
    {
        var chosen = Chosen(Nothing with { RunningElsewhere = Answered.Yes("街道在办"), Accusation = Answered.Yes("有"), OwnLevel = Answered.Yes("有") });
        Assert.Equal((RoutingAction.Link, "街道在办"), (chosen!.Action, chosen.Why));
    }

    [Theory, Rule("A-18")]
    [InlineData(false, RoutingAction.ForwardToPoliticalLegal, "《信访工作条例》第二十二条第二款")]
    [InlineData(true, RoutingAction.Divert, "《信访工作条例》第二十条第二款")]
    public void Litigation_by_letter_is_forwarded_and_by_visit_guided(bool visit, RoutingAction action, string basis)
    {
        var chosen = Chosen(Nothing with { Visit = visit, LitigationRelated = Answered.Yes("法院判决"), OwnLevel = Answered.Yes("区住建委") })!;
        Assert.Equal((action, basis), (chosen.Action, chosen.Basis.ToString()));
    }

    [Fact, Rule("A-19")]
    public void An_accusation_goes_to_discipline_before_any_department() =>
        Assert.Equal(RoutingAction.ForwardToDiscipline, Chosen(Nothing with { Accusation = Answered.Yes("举报"), OwnLevel = Answered.Yes("区住建委") })!.Action);

    [Fact]
    public void A_perhaps_is_shown_and_never_chosen()
    {
        var lines = RoutingTable.Evaluate(Nothing with { LitigationRelated = Answered.Perhaps("说到法院") });
        Assert.Contains(lines, line => line.Fit is Fit.Perhaps && line.Why == "说到法院");
        Assert.DoesNotContain(lines, line => line.Chosen);
    }

    [Fact, Rule("A-25")]
    public void Where_nobody_is_clearly_competent_there_is_a_dispute() =>
        Assert.Equal(RoutingAction.Dispute, Chosen(Nothing with { Unclear = Answered.Yes("没有一个单位明确归它管") })!.Action);

    [Fact]
    public void Every_line_has_a_reason_and_an_article() => Assert.All(RoutingTable.Evaluate(Nothing), line =>
    {
        Assert.NotEqual("", line.Why);
        Assert.NotEqual("", line.Basis.ToString());
    });

    [Fact]
    public void Are_printed_in_the_documentation() => Approved.Document("docs/roads.md",
        $"# Roads\n\nPrinted from `services/Law/Routes.cs` and `services/Law/RoutingTable.cs`; a test keeps them equal.\n\n## The six roads (art. 31)\n\nA letter that declines names one of the first five, whose it is, and the limit of that procedure (不予受理告知书). Months and years end on the same date of their last month; a last day off rolls.\n\n{Routes.Describe()}\n## Routing by the petition office (art. 22)\n\nEvaluated top-down, each line with its reason; the first that fits and does not go on is proposed. The clerk decides.\n\n{RoutingTable.Describe()}");

    private static RoutingLine? Chosen(RoutingFacts facts) => RoutingTable.Evaluate(facts).SingleOrDefault(line => line.Chosen);
}
