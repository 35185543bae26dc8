using System.Globalization;
using Xinfang.Law;

namespace Xinfang.Insight.Api.Warnings;

/// <summary>The evidence in sentences a head of an office reads once.</summary>
internal static class WarningFigures
{
    public static IReadOnlyList<string> Of(Warning warning)
    {
        var e = warning.Evidence;
        var days = e.Until.DayNumber - e.From.DayNumber + 1;
        return warning.Rule switch
        {
            WarningRule.Surge =>
            [
                $"{days}天{e.Count}件。按这里自己的水平和往年同一时段，平常是{D(e.Expected)}件，平常最多{e.High}件。{Chance(e)}",
                "平常的数由三样算出：近两年的水平（最近三周不算在内，越近的越重）、往年同样几周的高低、这一类信访本来的起伏。已经确认重复的只算一次，涉密的检举控告不在内。",
            ],
            WarningRule.HotTopic => [$"近30天有{e.People}人反映{(e.Topic is null ? "同一件事" : $"“{e.Topic}”")}，半年里共{e.Count}件。由程序从文字里发现，是不是一件事由人看。"],
            WarningRule.JointForming => [$"{days}天里有{e.Count}件，经办人确认说的是别人已经反映过的同一件事。人多、事同，可能联名或者集体走访。"],
            WarningRule.RepeatWave => [$"{days}天里重复信访{e.Count}件。按这个单位自己上一年，{days}天平常是{D(e.Expected)}件，平常最多{e.High}件。{Chance(e)}"],
            WarningRule.TermLikelyMissed =>
            [
                $"{ChineseDates.Full(e.DueOn ?? e.Until)}到期，现在还没有作出处理意见。",
                e.Near is > 0 ? $"这个单位近一年里，剩7天还没有办出来的{e.Near}件，超期{e.Missed}件，占{P((double)(e.Missed ?? 0) / e.Near.Value)}（95%的把握在{P(e.Low)}到{P(e.Upper)}之间）。" : "这个单位近一年里没有拖到最后7天的，按全区的情况估计。",
                $"估计这一件超期的可能是{P(e.Share)}。",
            ],
            WarningRule.UrgentUnrouted => [$"登记为紧急，{ChineseDates.Full(e.From)}收到，当天没有转出去。重大、紧急信访事项应当及时报告、处置。"],
            _ => [$"{ChineseDates.Full(e.From)}是转送、交办的最后一天，还有{e.Count}件没有转出去。"],
        };
    }

    private static string Chance(Evidence e) => e.Chance is not { } chance ? "" : chance < 0.001 ? "碰巧的可能性小于千分之一。" : $"碰巧的可能性是{P(chance)}。";

    private static string D(double? number) => (number ?? 0).ToString("0.0", CultureInfo.InvariantCulture);

    private static string P(double? share) => ((share ?? 0) * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%";
}
