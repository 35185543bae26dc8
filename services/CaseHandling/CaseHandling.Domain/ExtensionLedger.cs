using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain;

/// <summary>A granted extension is only approved; it moves the date once its notice has been served.</summary>
public enum ExtensionStatus { Granted, Effective }

/// <summary>延长办理期限: approved by the head, told to the petitioner with its reason (art. 34).</summary>
public sealed record Extension(int Days, string Reason, string GrantedBy, DateOnly GrantedOn, DateOnly? ServedOn = null, ServiceMethod? Method = null)
{
    public ExtensionStatus Status => ServedOn is null ? ExtensionStatus.Granted : ExtensionStatus.Effective;
}

/// <summary>
/// The extensions of one petition. Asked, approved and served up to and including the strict sixtieth day; granted days
/// sum to at most 30, served or not, so that a second one cannot be slipped in beside an unserved first.
/// </summary>
public sealed record ExtensionLedger
{
    /// <summary>Oldest first; only the last can still be unserved.</summary>
    public IReadOnlyList<Extension> Items { get; init; } = [];

    /// <summary>Days that moved the date.</summary>
    public int EffectiveDays() => Items.Where(extension => extension.Status is ExtensionStatus.Effective).Sum(extension => extension.Days);

    /// <summary>Days approved, served or not.</summary>
    public int GrantedDays() => Items.Sum(extension => extension.Days);

    /// <summary>The approved extension that waits for service.</summary>
    public Extension? Pending() => Items.LastOrDefault(extension => extension.Status is ExtensionStatus.Granted);

    /// <summary>Why no extension can be granted on this day, whatever its length; null when one can.</summary>
    /// <param name="on">The date in Beijing.</param>
    /// <param name="lastDay">The strict sixtieth day.</param>
    /// <param name="most">30, in the version in force.</param>
    public Refusal? RefusesGrant(DateOnly on, DateOnly lastDay, int most) =>
        on > lastDay ? Refusals.ExtensionTooLate(lastDay)
        : Pending() is not null ? Refusals.ExtensionPending
        : GrantedDays() >= most ? Refusals.ExtensionUsedUp(most)
        : null;

    /// <summary>批准延期.</summary>
    public Result<ExtensionLedger> Grant(int days, string reason, OfficerId head, DateOnly on, DateOnly lastDay, int most)
    {
        if (RefusesGrant(on, lastDay, most) is { } refusal) return refusal;
        if (days < 1) return Refusals.ExtensionWithoutDays;
        if (GrantedDays() + days > most) return Refusals.ExtensionTooLong(most, most - GrantedDays());
        if (!IsConcrete(reason)) return Refusals.ExtensionWithoutReason;
        return this with { Items = [.. Items, new Extension(days, reason.Trim(), head.Value, on)] };
    }

    /// <summary>送达延期告知书. The service may be entered later than it happened, but must have happened in time.</summary>
    public Result<ExtensionLedger> Serve(DateOnly servedOn, ServiceMethod method, DateOnly today, DateOnly lastDay)
    {
        if (Pending() is not { } pending) return Refusals.NoExtensionToServe;
        if (servedOn > today || servedOn < pending.GrantedOn) return Refusals.ServiceDate(pending.GrantedOn, PetitionRegulations.Extension);
        if (servedOn > lastDay) return Refusals.ExtensionServedTooLate(lastDay);
        return this with { Items = [.. Items.SkipLast(1), pending with { ServedOn = servedOn, Method = method }] };
    }

    // 情况复杂 alone repeats the condition of article 34; the petitioner must be told what is complicated.
    private static bool IsConcrete(string reason) => reason.Trim(' ', '　', '。', '，', '.') is not ("" or "情况复杂" or "案情复杂" or "复杂");
}
