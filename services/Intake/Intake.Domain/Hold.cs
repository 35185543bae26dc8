using Xinfang.Law;

namespace Xinfang.Intake.Domain;

/// <summary>
/// 在办: a clerk has the petition open at the routing desk, so that two do not route the same one. Kept with the petitions and not in the cache:
/// a lost cache would open every petition to everybody at once. It ends by itself, and another may take it over knowingly.
/// </summary>
public sealed class Hold
{
    /// <summary>So long after the last sign of the clerk.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);

    private Hold() { } // EF Core

    public Hold(PetitionId petition, string account, DateTimeOffset at) => (PetitionId, Account, Since, Until) = (petition, account, at, at + Kept);

    public PetitionId PetitionId { get; private init; }
    public string Account { get; private set; } = "";
    public DateTimeOffset Since { get; private set; }
    public DateTimeOffset Until { get; private set; }

    /// <summary>Somebody else has it at that instant.</summary>
    public bool IsOfAnother(string account, DateTimeOffset at) => Account != account && at < Until;

    /// <summary>Why another may not act on it; null when this one may.</summary>
    public Refusal? Refuses(string account, DateTimeOffset at) => IsOfAnother(account, at) ? HeldBy(Account, Until) : null;

    /// <summary>Opens it, or stays on it.</summary>
    /// <param name="knowingly">Takes it from whoever has it, and knows that.</param>
    public Refusal? Take(string account, bool knowingly, DateTimeOffset at)
    {
        if (!knowingly && Refuses(account, at) is { } refusal) return refusal;
        if (account != Account) (Account, Since) = (account, at);
        Until = at + Kept;
        return null;
    }

    private static Refusal HeldBy(string account, DateTimeOffset until) => new("petition.held",
        $"{account}正在办这一件，到{TimeZoneInfo.ConvertTimeBySystemTimeZoneId(until, "Asia/Shanghai"):HH:mm}自动放开。先问一声，要接过来办的，请点“接过来办”。", PetitionRegulations.Forwarding);
}
