using Xinfang.Portal.Api;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Portal.Desk.Reports;

/// <summary>报告 in the navigation.</summary>
internal static class ReportsMenu
{
    /// <summary>Policy of the pages.</summary>
    public const string Readers = "Register|Oversee|Supervise|Lead|Audit";

    private static readonly MenuGroup Group = new("报告", [new("报告", "/desk/reports"), new("法治年报", "/desk/reports?kind=RuleOfLaw"), new("信访年报", "/desk/reports?kind=Petitions"), new("公开年报", "/desk/reports?kind=Disclosure"), new("信访形势", "/desk/reports?kind=Situation"), new("考核", "/desk/reports?kind=Scorecard"), new("普法清单报告", "/desk/reports?kind=Duties"), new("培训报告", "/desk/reports?kind=Training")]);

    public static IReadOnlyList<MenuGroup> For(string duty) => duty is Duty.Register or Duty.Oversee or Duty.Supervise or Duty.Lead or Duty.Audit ? [Group] : [];
}

/// <summary>The report as a file, fetched with the signed-in person's token and passed on.</summary>
internal static class ReportFiles
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var file in (string[])["report.docx", "report.pdf"])
            app.MapGet($"/desk/reports/{{id:guid}}/{file}", (Guid id, ReportsClient reports, CancellationToken ct) => reports.File(id, file, ct)).RequireAuthorization(ReportsMenu.Readers).ExcludeFromDescription();
    }
}

/// <summary>The service's words, as people read them.</summary>
internal static class ReportWords
{
    public static readonly Choice[] Kinds = [new("RuleOfLaw", "法治政府建设年度报告"), new("Petitions", "信访情况年度报告"), new("Disclosure", "政府信息公开工作年度报告"), new("Situation", "信访形势分析"), new("Scorecard", "考核情况"), new("Duties", "普法责任清单完成情况报告"), new("Training", "培训年度情况报告")];
    public static readonly Choice[] Spans = [new("Year", "全年"), new("Quarter", "季度"), new("Month", "月"), new("Week", "周")];
    public static readonly Choice[] Bases = [new("Received", "信访日期"), new("Registered", "登记日期"), new("Exchanged", "交换日期")];

    public static string Tag(string status) => status switch { "Published" => "ok", "Approved" => "info", "Drafted" => "warn", _ => "line" };

    public static string Of(Choice[] words, string code) => Array.Find(words, word => word.Code == code)?.Name ?? code;

    public static string Dimension(string by) => by switch { "Channel" => "信访形式", "Street" => "街道", "Category" => "信访目的", "Content" => "内容", _ => "单位" };
}
