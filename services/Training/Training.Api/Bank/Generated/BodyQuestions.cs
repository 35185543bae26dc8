using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Training.Api.Bank.Generated;

/// <summary>Questions on who reviews and rechecks whose opinion, and on the order of the steps.</summary>
internal static class BodyQuestions
{
    public static IEnumerable<LawQuestion?> Of(LawData law)
    {
        foreach (var organ in Organs.OfDistrict.Where(organ => organ.Kind is OrganKind.Street or OrganKind.Department or OrganKind.Vertical or OrganKind.Party && organ.ExistsOn(law.Today)))
        {
            yield return Asking.Single($"body/{organ.Code}/review", 1, "Review", PetitionRegulations.Review.ToString(), $"不服{organ.Name}的处理意见，向哪个机关申请复查？", "向原办理机关的上一级机关申请复查。",
                Organs.Reviewing.Where(body => body.Code != organ.Code), body => body.Name, body => Organs.ReviewBodyOf(organ.Code)?.Code == body.Code);
            yield return Asking.Single($"body/{organ.Code}/recheck", 2, "Review", PetitionRegulations.Recheck.ToString(), $"{organ.Name}的处理意见已经复查，不服复查意见，向哪个机关申请复核？", "向复查机关的上一级机关申请复核。",
                Organs.Reviewing.Where(body => body.Code != organ.Code), body => body.Name, body => Organs.RecheckBodyOf(organ.Code)?.Code == body.Code);
        }

        var way = new[] { Terms.Forwarding, Terms.Notice, Terms.Completion, Terms.ReviewRequest, Terms.Review, Terms.RecheckRequest, Terms.Recheck }.Select(term => Place(term.Code)).OrderBy(step => step.At).ToList();
        yield return new("way/steps", QuestionKind.Order, 1, "Acceptance", $"{PetitionRegulations.Forwarding}至{PetitionRegulations.Recheck.Provision}",
            new("一件信访事项，从信访办收到到复核，按先后排顺序。", [.. way.Select(step => step.Name)], [.. Enumerable.Range(0, way.Count)], $"依次是：{string.Join("、", way.Select(step => step.Name))}。"));
    }

    /// <summary>Where a petition meets the term, by the calculator's own order.</summary>
    internal static (int At, string Name) Place(string code)
    {
        for (var at = 0; at < Calculator.All.Count; at++)
            if (Calculator.All[at].Term.Code == code) return (at, Calculator.All[at].Term.Name);
        throw new KeyNotFoundException(code);
    }
}
