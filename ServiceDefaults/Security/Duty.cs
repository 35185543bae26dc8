namespace Xinfang.ServiceDefaults.Security;

/// <summary>What a person may do, granted per organ and carried in the token's "duty" claims. Policies are named after duties.</summary>
public static class Duty
{
    /// <summary>登记分办: clerk of the petition office.</summary>
    public const string Register = nameof(Register);

    /// <summary>信访部门负责人: head of the petition office.</summary>
    public const string Oversee = nameof(Oversee);

    /// <summary>督查.</summary>
    public const string Supervise = nameof(Supervise);

    /// <summary>普法.</summary>
    public const string Teach = nameof(Teach);

    /// <summary>培训.</summary>
    public const string Train = nameof(Train);

    /// <summary>领导.</summary>
    public const string Lead = nameof(Lead);

    /// <summary>承办: officer of a competent organ.</summary>
    public const string Handle = nameof(Handle);

    /// <summary>审核: checker of a competent organ.</summary>
    public const string Check = nameof(Check);

    /// <summary>机关、单位负责人 (art. 34).</summary>
    public const string Head = nameof(Head);

    /// <summary>系统管理员.</summary>
    public const string Administer = nameof(Administer);

    /// <summary>安全管理员.</summary>
    public const string Secure = nameof(Secure);

    /// <summary>审计员.</summary>
    public const string Audit = nameof(Audit);

    /// <summary>A department's own system.</summary>
    public const string Feed = nameof(Feed);

    /// <summary>转入: the system of a superior office, the hotline or the message board.</summary>
    public const string Transfer = nameof(Transfer);

    public static readonly IReadOnlyList<string> All =
        [Register, Oversee, Supervise, Teach, Train, Lead, Handle, Check, Head, Administer, Secure, Audit, Feed, Transfer];

    /// <summary>Policy that any one of the duties satisfies.</summary>
    public static string AnyOf(params string[] duties) => string.Join('|', duties);
}
