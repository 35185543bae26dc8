namespace Xinfang.Identity.Api.Accounts;

/// <summary>What happened to an account, for people.</summary>
internal static class AccountWords
{
    public static string Of(AccountEventKind what) => what switch
    {
        AccountEventKind.SignedIn => "登录",
        AccountEventKind.SignedOut => "退出",
        AccountEventKind.Locked => "连续输错，锁定",
        AccountEventKind.Unlocked => "解除锁定",
        AccountEventKind.Registered => "登记人员",
        AccountEventKind.Changed => "改姓名、单位",
        AccountEventKind.Invited => "发出设密码的邀请码",
        AccountEventKind.PasswordSet => "设密码",
        AccountEventKind.FactorSet => "设动态验证码",
        AccountEventKind.FactorReset => "解除动态验证码",
        AccountEventKind.RecoveryUsed => "用备用码登录",
        AccountEventKind.DutiesSet => "授予职责",
        AccountEventKind.Left => "停用",
        AccountEventKind.Returned => "恢复",
        AccountEventKind.SessionsEnded => "强制退出",
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
    };
}
