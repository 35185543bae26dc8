using Xinfang.Identity.Api.Accounts;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Identity.Api.People;

/// <summary>How far an account is.</summary>
internal enum PersonState
{
    /// <summary>No password yet.</summary>
    Invited,

    /// <summary>In use.</summary>
    Active,

    /// <summary>停用.</summary>
    Left,
}

/// <summary>A person of the staff, for administrators.</summary>
internal sealed record PersonView(
    string Account, string DisplayName, string Organ, string OrganName, IReadOnlyList<string> Duties, PersonState State, bool SecondFactor, DateTimeOffset? PasswordSetAt, DateTimeOffset? InvitedUntil)
{
    public static PersonView Of(Account account) => new(
        account.Name, account.DisplayName, account.Organ, Organs.Find(account.Organ)?.Name ?? account.Organ, account.Duties,
        account.Disabled ? PersonState.Left : account.PasswordHash is null ? PersonState.Invited : PersonState.Active,
        account.Factor is not null, account.PasswordSetAt, account.Invitation?.Until);
}

/// <summary>A code with which the person sets a password; shown once.</summary>
internal sealed record InvitationView(string InvitationCode, DateTimeOffset Until);
