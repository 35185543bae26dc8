using Xinfang.ServiceDefaults.Organs;
using Xinfang.Training.Api.Bank;

namespace Xinfang.Training.Api.Needs;

/// <summary>A need as people read it.</summary>
/// <param name="OrganName">With the account, where it is one person's.</param>
/// <param name="Sentence">The figures that speak for it, in one sentence.</param>
/// <param name="Suggested">What the kind of need suggests: a course where many organs share it is the trainer's choice.</param>
internal sealed record NeedView(
    Guid Id, string Organ, string OrganName, string? Account, string Signal, string SignalName, string Competency, string CompetencyName, NeedState State, DateOnly FoundOn, DateOnly From, DateOnly Until,
    FoundNeed Evidence, string Sentence, NeedMeans Suggested, NeedDecision? Decision, string? DecidedBy, DateOnly? DecidedOn, string? Reason)
{
    public static NeedView Of(Need need)
    {
        var (evidence, signal) = (need.Evidence, Signals.Find(need.Signal));
        var organ = Organs.Find(need.Organ)?.ShortName ?? need.Organ;
        var (name, unit, others) = need.Account is { } account ? ($"{organ}{account}", "道题", "其他人答同样的题") : (organ, "件", "其他单位合计");
        return new(need.Id, need.Organ, name, need.Account, need.Signal, signal?.Name ?? need.Signal, signal?.Competency ?? "", Competencies.NameOf(signal?.Competency ?? ""), need.State, need.FoundOn, need.From, need.Until, evidence,
            $"{name}{evidence.Cases}{unit}里有{evidence.Wrong}{unit}（{Percents.Of(evidence.Rate)}，95%把握在{Percents.Of(evidence.Low)}到{Percents.Of(evidence.High)}之间），{others}{Percents.Of(evidence.Others)}；如果和别的{(need.Account is null ? "单位" : "人")}一样，碰巧这么多的可能是{Chance(evidence.P)}。",
            evidence.Rate >= 2 * evidence.Others ? NeedMeans.Coaching : NeedMeans.Assignment, need.Decision, need.DecidedBy, need.DecidedOn, need.Reason);
    }

    private static string Chance(double p) => p < 0.0001 ? "不到万分之一" : Percents.Of(Math.Round(p, 4));
}
