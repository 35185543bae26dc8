using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Measures;

/// <summary>Of what days and whose figures somebody asks: ?from=&amp;until=&amp;basis=&amp;organ=. Without days, this year until the end of this month.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">The first day after the period.</param>
/// <param name="Basis">Received (信访日期), Registered (登记日期) or Exchanged (交换日期).</param>
/// <param name="Organ">Only those of one organ; whoever does not see all sees the own one's anyway.</param>
internal sealed record Asked(DateOnly? From = null, DateOnly? Until = null, Basis? Basis = null, string? Organ = null)
{
    /// <summary>Days that are no whole months are counted from the petitions themselves: at most so many.</summary>
    public const int MostDays = 93;

    private const int First = 2000, Last = 2100;

    /// <summary>The period and the organ (null: the whole district), or what is wrong with the question.</summary>
    public bool TryRead(CurrentCaller caller, DateOnly today, out Period period, out string? organ, [NotNullWhen(false)] out ProblemHttpResult? problem)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        period = new(From ?? Until?.AddYears(-1) ?? new DateOnly(today.Year, 1, 1), Until ?? From?.AddYears(1) ?? month.AddMonths(1), Basis ?? Measures.Basis.Received);
        organ = caller.SeesAll() ? string.IsNullOrEmpty(Organ) ? null : Organ : caller.Organ;
        problem = Fault(caller, period);
        return problem is null;
    }

    private ProblemHttpResult? Fault(CurrentCaller caller, Period period) =>
        From?.Year is < First or > Last || Until?.Year is < First or > Last ? Acting.Wrong("from", $"日期在{First}年到{Last}年之间。")
        : Basis is { } basis && !Enum.IsDefined(basis) ? Acting.Wrong("basis", "日期口径是Received、Registered或者Exchanged。")
        : period.From >= period.Until ? Acting.Wrong("until", "结束那天要在开始之后；结束那天不算在内。")
        : period.Until > period.From.AddYears(10) ? Acting.Wrong("until", "最多看10年。")
        : !period.IsMonths && period.Until.DayNumber - period.From.DayNumber > MostDays ? Acting.Wrong("until", $"不是整月的，最多看{MostDays}天；更长的请从某月1日到某月1日。")
        : !string.IsNullOrEmpty(Organ) && (Organs.Find(Organ) is null || (!caller.SeesAll() && Organ != caller.Organ)) ? Readers.NotFound()
        : null;
}

/// <summary>Only petitions with these codes.</summary>
internal sealed record PetitionFilter(string? Street = null, string? Content = null, string? Channel = null, string? Category = null);
