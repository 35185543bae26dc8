using Xinfang.ServiceDefaults.Statistics;

namespace Xinfang.Training.Api.Needs;

/// <summary>成效: the same share of an organ before and after, with that of the other organs in the same time. Never a bare claim.</summary>
/// <param name="Low">Lower end of the 95 % interval of the organ's change.</param>
/// <param name="OthersChange">Change of the other organs: what would have happened anyhow.</param>
/// <param name="Sentence">For people.</param>
internal sealed record Effect(Share Before, Share After, double? Change, double? Low, double? High, double? OthersChange, string Verdict, string Sentence)
{
    /// <summary>Days counted before and after.</summary>
    public const int Days = 90;

    /// <param name="elapsed">Days since the assignment, up to <see cref="Days"/>.</param>
    public static Effect Of(Share before, Share after, Share othersBefore, Share othersAfter, int elapsed)
    {
        if (before.Cases < NeedFinder.LeastCases || after.Cases < NeedFinder.LeastCases)
            return new(before, after, null, null, null, null, "TooFew", $"前{before.Cases}件、后{after.Cases}件，不到{NeedFinder.LeastCases}件，看不出变化。");
        var (low, high) = Interval.OfChange(before.Rate!.Value, new(before.Low!.Value, before.High!.Value), after.Rate!.Value, new(after.Low!.Value, after.High!.Value));
        var (change, others) = (after.Rate!.Value - before.Rate!.Value, othersBefore.Rate is { } then && othersAfter.Rate is { } now ? now - then : (double?)null);
        var verdict = high < 0 ? "Better" : low > 0 ? "Worse" : "Unsure";
        var words = verdict switch { "Better" => "降了", "Worse" => "升了", _ => "还不能断定有变化" };
        return new(before, after, change, low, high, others, verdict,
            $"前{Days}天{Percents.Of(before.Rate!.Value)}（{before.Wrong}/{before.Cases}），后{elapsed}天{Percents.Of(after.Rate!.Value)}（{after.Wrong}/{after.Cases}），{words}；变化在{low * 100:+0;-0;0}到{high * 100:+0;-0;0}个百分点之间（95%把握）"
            + (others is { } control ? $"，同期其他单位{control * 100:+0;-0;0}个百分点。" : "。"));
    }
}
