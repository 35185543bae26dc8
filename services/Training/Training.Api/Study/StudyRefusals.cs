using Xinfang.Law;

namespace Xinfang.Training.Api.Study;

internal static class StudyRefusals
{
    public static readonly Refusal SessionCancelled = new("session.cancelled", "这场培训已经取消。");
    public static readonly Refusal NotInvited = new("session.not-invited", "这场培训不是给您单位办的。", null, RefusalKind.Forbidden);
    public static readonly Refusal NotNow = new("session.not-now", "现在不能签到：开始前30分钟到结束之间才可以。");
    public static readonly Refusal CodeIsOver = new("session.code-is-over", "签到码不对或者已经换了，请扫屏幕上最新的码。", null, RefusalKind.Invalid);
    public static readonly Refusal AlreadyHeld = new("session.already-held", "已经有人签到，这场培训不能再改，也不能取消。");
    public static readonly Refusal NotUnderstood = new("hours.not-understood", "这个文件读不懂。请用模板的列：账号、平台、课程、专题、学时、日期。", null, RefusalKind.Invalid);
}
