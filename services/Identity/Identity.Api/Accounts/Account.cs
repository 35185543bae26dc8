using Xinfang.Identity.Api.Factors;

namespace Xinfang.Identity.Api.Accounts;

/// <summary>工作人员账号: who signs in, for which organ, with which duties.</summary>
internal sealed class Account
{
    public const int LongestName = 64;

    /// <summary>How many earlier passwords may not come back.</summary>
    public const int FormerKept = 5;

    /// <summary>How long a password is good (GB/T 22239-2019 8.1.4.1: changed regularly; the district's setting).</summary>
    public static readonly TimeSpan PasswordGood = TimeSpan.FromDays(90);

    /// <summary>工号, lower case: clerk, 120104-zjw.officer.</summary>
    public required string Name { get; init; }

    public required string DisplayName { get; set; }

    /// <summary>Code in the table of organs.</summary>
    public required string Organ { get; set; }

    public required string[] Duties { get; set; }

    /// <summary>ASP.NET Core Identity's format, version 3; null until the invited person has set one.</summary>
    public string? PasswordHash { get; set; }

    public DateTimeOffset? PasswordSetAt { get; set; }

    /// <summary>Hashes of earlier passwords, the newest first.</summary>
    public string[] FormerPasswords { get; private set; } = [];

    /// <summary>停用: signs in no more and refreshes no token.</summary>
    public bool Disabled { get; set; }

    /// <summary>Sessions begun before it are over.</summary>
    public DateTimeOffset SessionsFrom { get; private set; } = DateTimeOffset.MinValue;

    public Invitation? Invitation { get; private set; }

    /// <summary>动态验证码 (RFC 6238); null while the person has none.</summary>
    public Factor? Factor { get; set; }

    /// <summary>Of the row, for the entity tag.</summary>
    public uint Version { get; private set; }

    /// <summary>The form names are compared in.</summary>
    public static string Normalise(string? typed) => (typed ?? "").Trim().ToLowerInvariant();

    public bool HasOldPassword(DateTimeOffset now) => PasswordSetAt + PasswordGood <= now;

    /// <summary>邀请: whoever has the code sets the password. An earlier code ends, and so do the sessions; a password that there is stays good until then.</summary>
    /// <returns>The code, which nobody can read again.</returns>
    public string Invite(DateTimeOffset now)
    {
        var code = OneTimeCode.New();
        Invitation = new(OneTimeCode.HashOf(code), now + Invitation.Good);
        EndSessions(now);
        return code;
    }

    /// <summary>Whether the code opens this account now.</summary>
    public bool Opens(string? code, DateTimeOffset now) => !Disabled && Invitation is { } invitation && now < invitation.Until && OneTimeCode.Is(code, invitation.CodeHash);

    /// <summary>Takes the password into use; sessions begun with the old one end.</summary>
    public void SetPassword(string hash, DateTimeOffset now)
    {
        if (PasswordHash is { } old) FormerPasswords = [old, .. FormerPasswords.Take(FormerKept - 1)];
        (PasswordHash, PasswordSetAt, Invitation) = (hash, now, null);
        EndSessions(now);
    }

    /// <summary>Everybody who is signed in with it must sign in again.</summary>
    public void EndSessions(DateTimeOffset now) => SessionsFrom = now;

    /// <summary>Whether a session begun then may go on.</summary>
    public bool Admits(DateTimeOffset begunAt) => !Disabled && begunAt >= SessionsFrom;
}

/// <summary>A code that sets a password once.</summary>
internal sealed record Invitation(byte[] CodeHash, DateTimeOffset Until)
{
    /// <summary>How long a code is good.</summary>
    public static readonly TimeSpan Good = TimeSpan.FromHours(72);
}
