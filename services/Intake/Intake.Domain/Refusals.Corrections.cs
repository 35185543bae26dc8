using Xinfang.Law;

namespace Xinfang.Intake.Domain;

public static partial class Refusals
{
    public static readonly Refusal CorrectionAnonymous = new("correction.anonymous", "匿名的信访没有留个人信息，没有可以更正的。", Form.Correcting);

    public static readonly Refusal CorrectionWhy = new("correction.why", "请写明哪里不对，2到500个字。", Form.Correcting, RefusalKind.Invalid);

    public static readonly Refusal CorrectionWaits = new("correction.waits", "这一项的更正已经申请，等信访办答复。", Form.Correcting);

    public static readonly Refusal CorrectionFieldMissing = new("correction.field", "请选要更正哪一项。", Form.Correcting, RefusalKind.Invalid);

    public static readonly Refusal CorrectionUnknown = new("correction.not-found", "没有这个更正申请。", Form.Correcting, RefusalKind.NotFound);

    public static readonly Refusal CorrectionDecided = new("correction.decided", "这个更正申请已经答复过。", Form.Correcting);

    public static readonly Refusal CorrectionUndecided = new("correction.undecided", "请选更正还是不更正。", Form.Correcting, RefusalKind.Invalid);

    public static readonly Refusal CorrectionReason = new("correction.reason", "请写明核实的情况和理由，4到500个字。", Form.Correcting, RefusalKind.Invalid);

    public static Refusal CorrectionValue(CorrectionField field) => new("correction.value", $"{Expected(field)}", Form.Correcting, RefusalKind.Invalid);

    private static string Expected(CorrectionField field) => field switch
    {
        CorrectionField.Name => "请写对的姓名或者单位名称，最多50个字。",
        CorrectionField.IdNumber => "证件号不对，请核对每一位。",
        CorrectionField.Phone => "电话号码不对。手机号是11位；固定电话要带区号。",
        _ => "请写对的住址，2到200个字。",
    };
}
