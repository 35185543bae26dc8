namespace Xinfang.Portal.Api;

/// <summary>A person of the staff.</summary>
/// <param name="State">Invited, Active or Left.</param>
/// <param name="SecondFactor">动态验证码 is set.</param>
/// <param name="InvitedUntil">Last moment of the invitation that is out.</param>
public sealed record StaffPerson(
    string Account, string DisplayName, string Organ, string OrganName, IReadOnlyList<string> Duties, string State, bool SecondFactor, DateTimeOffset? PasswordSetAt, DateTimeOffset? InvitedUntil);

/// <summary>People at a cursor.</summary>
public sealed record StaffPage(IReadOnlyList<StaffPerson> Items, string? Next);

/// <summary>A person and the duties that are open to people of the organ.</summary>
public sealed record StaffView(StaffPerson Person, IReadOnlyList<string> OpenDuties);

/// <summary>A person saved; a new one with the code that is shown once.</summary>
public sealed record StaffSaved(StaffPerson Person, string? InvitationCode);

/// <summary>A code that is shown once.</summary>
public sealed record StaffInvited(string InvitationCode, DateTimeOffset Until);

/// <summary>What happened to an account.</summary>
public sealed record StaffEvent(long Position, string Account, string What, string Text, DateTimeOffset At, string? By, string? Detail);

/// <summary>Events at a cursor.</summary>
public sealed record StaffEventPage(IReadOnlyList<StaffEvent> Items, string? Next);

/// <summary>People, duties and what happened to accounts, through Identity.</summary>
public sealed class PeopleClient(HttpClient http) : GatewayClient(http, "/account")
{
    /// <summary>People by 工号.</summary>
    public Task<Answer<StaffPage>> People(string query, CancellationToken ct) => Get<StaffPage>($"/people{query}", ct: ct);

    /// <summary>One of them.</summary>
    public Task<Answer<StaffView>> Person(string account, CancellationToken ct) => Get<StaffView>(Of(account), ct: ct);

    /// <summary>A new person, or another name or organ.</summary>
    public Task<Answer<StaffSaved>> Save(string account, string displayName, string organ, CancellationToken ct) => Put<StaffSaved>(Of(account), new { displayName, organ }, ct);

    /// <summary>A code to set a password with.</summary>
    public Task<Answer<StaffInvited>> Invite(string account, CancellationToken ct) => Post<StaffInvited>($"{Of(account)}/invitation", null, ct: ct);

    /// <summary>停用.</summary>
    public Task<Answer<StaffPerson>> Leave(string account, CancellationToken ct) => Post<StaffPerson>($"{Of(account)}/departure", null, ct: ct);

    /// <summary>恢复.</summary>
    public Task<Answer<StaffInvited>> Return(string account, CancellationToken ct) => Post<StaffInvited>($"{Of(account)}/return", null, ct: ct);

    /// <summary>All duties from now on.</summary>
    public Task<Answer<StaffPerson>> Grant(string account, IReadOnlyList<string> duties, CancellationToken ct) => Post<StaffPerson>($"{Of(account)}/duties", new { duties }, ct: ct);

    /// <summary>解除动态验证码.</summary>
    public Task<Answer<StaffPerson>> RemoveFactor(string account, CancellationToken ct) => Post<StaffPerson>($"{Of(account)}/second-factor/removal", null, ct: ct);

    /// <summary>强制退出.</summary>
    public Task<Answer<Done>> EndSessions(string account, CancellationToken ct) => Post<Done>($"{Of(account)}/sessions/end", null, ct: ct);

    /// <summary>解锁.</summary>
    public Task<Answer<Done>> Unlock(string account, CancellationToken ct) => Post<Done>("/unlocks", new { account }, ct: ct);

    /// <summary>What happened, the newest first.</summary>
    public Task<Answer<StaffEventPage>> Events(string query, CancellationToken ct) => Get<StaffEventPage>($"/events{query}", ct: ct);

    private static string Of(string account) => $"/people/{Uri.EscapeDataString(account)}";
}
