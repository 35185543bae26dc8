using Xinfang.Law;

namespace Xinfang.Insight.Api.Reports;

/// <summary>Why an act on a report is refused.</summary>
internal static class ReportRefusals
{
    public static Refusal WritersOnly(Article basis) => new("report.writers-only", "报告由区信访办的登记、督查人员或者负责人起草。", basis, RefusalKind.Forbidden);

    public static Refusal HeadOnly(Article basis) => new("report.head-only", "报告由区信访办负责人批准、报送、公开和撤回。", basis, RefusalKind.Forbidden);

    public static Refusal SamePerson(Article basis) => new("report.same-person", "起草的人不能自己批准，请另一个人批准。", basis);

    public static Refusal NotBegun(Article basis) => new("report.not-begun", "这段时间还没有开始，没有数可写。", basis, RefusalKind.Invalid);

    public static Refusal Already(string period, Article basis) => new("report.already", $"{period}的这种报告已经有一份。接着写那一份；要重来，先撤回它。", basis);

    public static Refusal ToWrite(int count, Article basis) => new("report.to-write", $"还有{count}处待填写，写完才能批准。", basis);

    public static Refusal Errors(int count, Article basis) => new("report.errors", $"检查出{count}处错误，改完才能批准。", basis);

    public static Refusal WrongDay(Article basis) => new("report.wrong-day", "日期要在批准那天以后，不晚于今天。", basis, RefusalKind.Invalid);

    public static Refusal OpenDropped(Article basis) => new("report.open-dropped", "待填写的段落不能删掉，请写上内容；没有这种情况的，写明没有。", basis, RefusalKind.Invalid);

    public static Refusal WrongState(Report report, ReportAct act) => new("report.wrong-state", $"这份报告{Words(report)}，不能{Verb(act)}。", report.Article);

    public static string Name(ReportStatus status) => status switch { ReportStatus.Drafted => "起草中", ReportStatus.Approved => "已批准", ReportStatus.Published => "已公开", _ => "已撤回" };

    private static string Words(Report report) => report is { Status: ReportStatus.Approved, SentOn: not null } ? "已经报送" : report.Status switch { ReportStatus.Drafted => "还在起草", ReportStatus.Approved => "已经批准", ReportStatus.Published => "已经公开", _ => "已经撤回" };

    private static string Verb(ReportAct act) => act switch { ReportAct.Write => "修改", ReportAct.Redraft => "重新起草", ReportAct.Approve => "批准", ReportAct.Send => "报送", ReportAct.Publish => "公开", _ => "撤回" };
}
