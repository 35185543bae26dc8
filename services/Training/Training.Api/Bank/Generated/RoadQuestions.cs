using Xinfang.Law;

namespace Xinfang.Training.Api.Bank.Generated;

/// <summary>Questions on the six roads of article 31 and the routing table of article 22, answered by the tables themselves.</summary>
internal static class RoadQuestions
{
    public static IEnumerable<LawQuestion?> Of(LawData law)
    {
        foreach (var line in Routes.All)
        {
            yield return Asking.Single($"road/{line.Route}/who", 1, "Roads", line.Basis.ToString(), $"应当通过“{line.Name}”解决的事项，由谁负责？", $"{line.Basis}：{line.Who}。",
                Routes.All, other => other.Who, other => Routes.Of(line.Route).Who == other.Who);
            yield return Asking.Single($"road/{line.Route}/item", 2, "Roads", PetitionRegulations.Roads.ToString(), $"“{line.Name}”是第三十一条的第几项途径？", $"是{line.Basis}。",
                Routes.All, other => other.Basis.Provision, other => Routes.Of(line.Route).Basis == other.Basis);
            foreach (var limit in line.Limits)
                yield return Asking.Single($"road/{line.Route}/limit/{limit.For}", 2, "Roads", limit.Basis.ToString(), $"{limit.For}，自{limit.From}之日起多长时间内？", $"{limit.Sentence}。",
                    [.. Routes.All.SelectMany(each => each.Limits).Select(each => each.Span), "3个月", "3年", "10日"], span => span,
                    span => Routes.Of(line.Route).Limits.Any(each => each.For == limit.For && each.Span == span));
        }
        yield return Asking.Single("road/simple", 2, "Roads", SimpleProcedure.Exclusions.ToString(), "下面哪一条途径的事项可以简易办理？", "只有第三十一条第（六）项的事项可以简易办理。",
            Routes.All, line => line.Name, line => Routes.Of(line.Route).MayBeSimple);

        var lines = RoutingTable.Evaluate(FactsOf(0));
        foreach (var line in lines)
            if (line is { Continues: false })
                yield return Asking.Single($"routing/{line.Number}", 2, "Registration", line.Basis.ToString(), $"信访办收到一件信访事项，情形是：{line.Condition}。怎么办？", $"{line.Basis}：{line.Doing}。",
                    lines, other => other.Doing, other => RoutingTable.Evaluate(FactsOf(line.Number)).Single(each => each.Chosen).Doing == other.Doing);
        yield return Asking.Multiple("routing/divert", 3, "Registration", PetitionRegulations.Forwarding.ToString(), "下面哪些情形，信访办不转送，而是告诉、引导信访人走别的渠道？", "这些情形由别的程序、别的机关解决，信访办释明和引导。",
            lines.Where(line => !line.Continues).ToList(), line => line.Condition, line => RoutingTable.Evaluate(FactsOf(line.Number)).Single(each => each.Chosen).Action is RoutingAction.Divert);
    }

    /// <summary>Facts in which the line of that number holds and no line before it.</summary>
    private static RoutingFacts FactsOf(int number)
    {
        Answered At(params int[] numbers) => numbers.Contains(number) ? Answered.Yes("题目这样说") : Answered.No("题目没有说");
        return new(Visit: number == 5, At(1), At(2), At(3), At(4, 5), At(6), At(7), At(8), At(9), At(10), At(11), At(12), At(13));
    }
}
