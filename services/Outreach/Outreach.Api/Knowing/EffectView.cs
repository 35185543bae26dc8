using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Xinfang.Outreach.Api.Activities;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Outreach.Api.Knowing;

/// <summary>Before and after in the streets reached, against those not reached.</summary>
/// <param name="ReadyOn">The first day on which the months after are whole; later than today: too early to say.</param>
/// <param name="Says">What may be said, in one sentence.</param>
internal sealed record EffectView(
    string? Topic, string Counted, DateOnly BeforeFrom, DateOnly BeforeUntil, DateOnly AfterFrom, DateOnly AfterUntil, DateOnly ReadyOn, bool SelectedByItsFigures, IReadOnlyList<StreetChange> Streets, EffectEstimate Estimate, string Says)
{
    /// <summary>Months before and after, where the caller names none.</summary>
    public const int Months = 3;

    /// <summary>
    /// The effect of activities on one topic. A street that was chosen because it was high falls back by itself (regression to the mean):
    /// the months that chose it are no part of before.
    /// </summary>
    public static async Task<EffectView> OfAsync(OutreachDb db, IReadOnlyList<Activity> activities, string? topic, int months, DateOnly today, CancellationToken ct)
    {
        var category = PetitionFact.CategoryOf(topic);
        var held = activities.Where(each => each.WasHeld && each.HeldOn is not null && (category is null || PetitionFact.CategoryOf(each.Topic) == category)).ToList();
        var (first, last) = held.Count == 0 ? (today, today) : (held.Min(each => each.HeldOn!.Value), held.Max(each => each.HeldOn!.Value));
        Guid[] chosenBy = [.. held.Select(each => each.RecommendationId).OfType<Guid>()];
        var chosen = await db.Set<Recommendation>().AsNoTracking().Where(each => chosenBy.Contains(each.Id)).Select(each => new { each.WindowFrom, each.Signal }).ToListAsync(ct);
        var beforeUntil = chosen.Select(each => each.WindowFrom).Append(new DateOnly(first.Year, first.Month, 1)).Min();
        var afterFrom = new DateOnly(last.Year, last.Month, 1).AddMonths(1);
        var (beforeFrom, afterUntil) = (beforeUntil.AddMonths(-months), afterFrom.AddMonths(months));
        var signal = chosen.Select(each => each.Signal).Distinct().ToList() is [var only] ? only : (Signal?)null;

        var before = await HeatMap.ReadAsync(db, beforeFrom, beforeUntil, ct);
        var after = await HeatMap.ReadAsync(db, afterFrom, afterUntil, ct);
        List<StreetChange> streets = [.. Organs.Streets.Select(street => new StreetChange(street.Code, held.Any(each => each.Street == street.Code), Count(before, street.Code), Count(after, street.Code)))];
        var estimate = afterUntil > today || category is null ? Effect.Of(streets, 0) : Effect.Of(streets, months);
        return new(topic, WordsOf(signal), beforeFrom, beforeUntil.AddDays(-1), afterFrom, afterUntil.AddDays(-1), afterUntil, chosen.Count > 0, streets, estimate, Say(estimate, held.Count, category, afterUntil, today));

        int Count(IReadOnlyList<Cell> cells, string street) =>
            cells.Where(each => each.Street == street && each.Category == category).Sum(each => signal is { } counted ? Recommending.Counted(counted, each) : each.Petitions);
    }

    private static string WordsOf(Signal? signal) => signal switch { Signal.Many => "新事项", Signal.Repeated => "重复信访", Signal.Misdirected => "不予受理和导入其他渠道的", _ => "信访事项" };

    private static string Say(EffectEstimate e, int held, string? category, DateOnly ready, DateOnly today)
    {
        if (held == 0) return "还没有办过这个主题的活动。";
        if (category is null) return "活动没有写明针对哪一类内容，没法比较。";
        if (ready > today) return $"办过以后的月份还没有满，{ready.Year}年{ready.Month}月{ready.Day}日以后再看。";
        var interval = e.Ratio is null ? "" : $"（95%的区间：{Change(e.Low!.Value)}到{Change(e.High!.Value)}）";
        return e.Finding switch
        {
            Finding.TooFew => "数量太少，说不准。",
            Finding.Fewer => $"办过的街道比没有办过的街道多下降了，相差{Change(e.Ratio!.Value)}{interval}。别的原因也可能有，不能都算成宣传的作用。",
            Finding.More => $"办过的街道比没有办过的街道反而多了，相差{Change(e.Ratio!.Value)}{interval}。",
            _ => $"看不出差别：估计{Change(e.Ratio!.Value)}{interval}，区间里包括没有变化。",
        };
    }

    private static string Change(double ratio) => ((ratio - 1) * 100).ToString("+0;-0;0", CultureInfo.InvariantCulture) + "%";
}
