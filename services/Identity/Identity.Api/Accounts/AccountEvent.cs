namespace Xinfang.Identity.Api.Accounts;

internal enum AccountEventKind
{
    SignedIn,
    SignedOut,
    Locked,
    Unlocked,
    Registered,
    Changed,
    Invited,
    PasswordSet,
    FactorSet,
    FactorReset,
    RecoveryUsed,
    DutiesSet,
    Left,
    Returned,
    SessionsEnded,
}

/// <summary>What happened to an account. Kept for 190 days: 《网络安全法》第二十一条 asks for at least six months.</summary>
internal sealed class AccountEvent
{
    /// <summary>How long entries are kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(190);

    public long Position { get; private init; }
    public required string Account { get; init; }
    public required AccountEventKind What { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The account that did it; null: the account itself, or time.</summary>
    public string? By { get; init; }

    /// <summary>Codes: duties given, the organ moved to.</summary>
    public string? Detail { get; init; }
}
