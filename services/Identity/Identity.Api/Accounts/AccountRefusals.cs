using Xinfang.Law;

namespace Xinfang.Identity.Api.Accounts;

/// <summary>Why an act on an account is not performed. No article of the Regulation speaks of accounts; the rules are those of GB/T 22239-2019 (等级保护) and the district's own.</summary>
internal static class AccountRefusals
{
    public static readonly Refusal NotFound = new("account.not-found", "没有这个工号。", null, RefusalKind.NotFound);

    // Passwords.

    public static readonly Refusal PasswordTooShort = new("password.too-short", $"密码至少{PasswordPolicy.Shortest}个字符。", null, RefusalKind.Invalid);
    public static readonly Refusal PasswordTooLong = new("password.too-long", $"密码最多{PasswordPolicy.Longest}个字符。", null, RefusalKind.Invalid);
    public static readonly Refusal PasswordTooPlain = new("password.too-plain", "密码要有大写字母、小写字母、数字、符号里的至少三种，或者长到16个字符。", null, RefusalKind.Invalid);
    public static readonly Refusal PasswordIsTheName = new("password.is-the-name", "密码里不能有工号。", null, RefusalKind.Invalid);
    public static readonly Refusal PasswordIsCommon = new("password.common", "这个密码太容易猜到，请换一个。", null, RefusalKind.Invalid);
    public static readonly Refusal PasswordUsedBefore = new("password.used-before", $"现在的密码和以前的{Account.FormerKept}个密码不能再用。", null, RefusalKind.Invalid);
    public static readonly Refusal PasswordsDiffer = new("password.differ", "两次写的密码不一样。", null, RefusalKind.Invalid);

    // People.

    public static readonly Refusal NameMalformed = new("account.name", "工号只能有小写字母、数字、点和短横线，2到64个字符，字母或数字开头。", null, RefusalKind.Invalid);
    public static readonly Refusal UnknownOrgan = new("account.organ", "没有这个单位，或者单位已经撤销。", null, RefusalKind.Invalid);
    public static readonly Refusal Oneself = new("account.oneself", "自己的账号要由另一名管理员办。", null, RefusalKind.Forbidden);
    public static readonly Refusal OrganChanged = new("account.organ-with-duties", "换单位以前，先请安全管理员收回原来的职责。");
    public static readonly Refusal HasLeft = new("account.left", "这个账号已经停用。要再用，先恢复。");
    public static readonly Refusal NotLeft = new("account.not-left", "这个账号在用，不用恢复。");
    public static readonly Refusal NoSecondFactor = new("account.no-second-factor", "这个账号没有设动态验证码。");

    // Duties.

    public static readonly Refusal UnknownDuty = new("duties.unknown", "没有这项职责。", null, RefusalKind.Invalid);
    public static readonly Refusal AdministratorsApart = new("duties.administrators-apart", "系统管理、安全管理、审计要由不同的人担任，也不能兼办其他业务（三员分立）。");
    public static readonly Refusal DutyOfAnotherOrgan = new("duties.of-another-organ", "这项职责不属于他所在的单位。", null, RefusalKind.Invalid);
    public static readonly Refusal LastOfKind = new("duties.last-of-kind", "只剩这一名担任该项管理职责的人，先授予另一个人再收回。");
}
