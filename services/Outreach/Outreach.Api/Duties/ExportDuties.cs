using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Duties;

/// <summary>导出清单: GET /duties/list.csv?year=. A year of a district: some hundreds of rows.</summary>
internal static class ExportDuties
{
    private const int Most = 10_000;

    private static readonly string[] Head = ["责任单位", "年度", "普法内容", "法律法规", "普法对象", "工作措施", "责任科室", "完成期限", "完成凭据", "状态", "上报日期", "是否按期", "完成情况"];

    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct, int? year = null)
    {
        var which = year ?? clock.Now().Date.Year;
        if (!Years.Known(which)) return Acting.Wrong("year", "年份不对。");
        var items = await db.DutiesFor(caller).AsNoTracking().Where(item => item.Year == which).OrderBy(item => item.Organ).ThenBy(item => item.DueOn).ThenBy(item => item.Id).Take(Most).ToListAsync(ct);
        return TypedResults.File(Csv.Write(items.Select(Row).Prepend(Head)), Csv.ContentType, string.Create(CultureInfo.InvariantCulture, $"普法责任清单{which}.csv"));
    }

    private static string[] Row(DutyItem item) =>
    [
        Organs.Find(item.Organ)?.ShortName ?? item.Organ, item.Year.ToString(CultureInfo.InvariantCulture), item.Item, item.LegalText, item.Audience, item.Measures, item.Owner, Day(item.DueOn), item.Evidence,
        DutyRefusals.Words(item.Status), Day(item.ReportedOn), item.Status is DutyStatus.Done ? item.InTime ? "是" : "否" : "", item.Report ?? "",
    ];

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
