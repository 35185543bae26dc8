namespace Xinfang.Law;

/// <summary>Days that do not count, and why.</summary>
/// <param name="From">The first of them.</param>
/// <param name="Until">The last of them.</param>
/// <param name="Basis">The article that excludes them.</param>
public sealed record Suspension(DateOnly From, DateOnly Until, Article Basis);

/// <summary>
/// 不计入期限的时间: what is excluded is kept as facts, and the due date is a projection of them. The law knows one reason only, the
/// hearing in a recheck (art. 36 para. 2); mediation, appraisal and waiting for material stop nothing.
/// </summary>
public sealed record SuspensionLedger
{
    /// <summary>A ledger without entries.</summary>
    public static readonly SuspensionLedger Empty = new();

    /// <summary>In the order in which they were entered; they may touch and overlap.</summary>
    public IReadOnlyList<Suspension> Items { get; init; } = [];

    /// <summary>Calendar days excluded; a day that lies in two entries is excluded once.</summary>
    public int ExcludedDays()
    {
        var (days, counted) = (0, DateOnly.MinValue);
        foreach (var item in Items.OrderBy(item => item.From))
        {
            var from = item.From > counted ? item.From : counted.AddDays(1);
            if (from > item.Until) continue;
            days += item.Until.DayNumber - from.DayNumber + 1;
            counted = item.Until;
        }
        return days;
    }

    /// <summary>Excludes the days of a hearing.</summary>
    /// <param name="term">The running term; only <see cref="Terms.Recheck"/> can be suspended.</param>
    /// <param name="started">The day its event happened; a hearing comes later.</param>
    /// <param name="from">The first day of the hearing.</param>
    /// <param name="until">Its last day.</param>
    /// <param name="today">The date in Beijing: what has not happened is not excluded yet.</param>
    public Result<SuspensionLedger> Suspend(Term term, DateOnly started, DateOnly from, DateOnly until, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(term);
        if (term.Code != Terms.Recheck.Code)
            return new Refusal("suspension.recheck-only", $"只有复核的听证时间不计入期限，{term.Name}的期限照常计算。", PetitionRegulations.RecheckHearing);
        if (from <= started || until < from || until > today)
            return new Refusal("suspension.days", $"听证的日子要在{ChineseDates.WithYear(started)}以后、今天以前，开始不能晚于结束。", PetitionRegulations.RecheckHearing);
        return this with { Items = [.. Items, new(from, until, PetitionRegulations.RecheckHearing)] };
    }
}
