using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Duties;

/// <summary>清单完成情况 by organ: GET /duties/completion?year=. What was dropped counts nowhere.</summary>
internal static class MeasureDuties
{
    public sealed record Row(string Organ, string OrganName, int Items, int Done, int DoneInTime, int Reported, int Overdue);

    public sealed record Response(int Year, IReadOnlyList<Row> Rows);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct, int? year = null)
    {
        var today = clock.Now().Date;
        var which = year ?? today.Year;
        if (!Years.Known(which)) return Acting.Wrong("year", "年份不对。");
        var rows = await db.DutiesFor(caller).AsNoTracking().Where(item => item.Year == which && item.Status != DutyStatus.Dropped).GroupBy(item => item.Organ).Select(group => new
        {
            group.Key,
            Items = group.Count(),
            Done = group.Count(item => item.Status == DutyStatus.Done),
            InTime = group.Count(item => item.Status == DutyStatus.Done && item.ReportedOn <= item.DueOn),
            Reported = group.Count(item => item.Status == DutyStatus.Reported),
            Overdue = group.Count(item => item.Status == DutyStatus.Open && item.DueOn < today),
        }).ToListAsync(ct);
        return TypedResults.Ok(new Response(which,
            [.. rows.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => new Row(row.Key, Organs.Find(row.Key)?.ShortName ?? row.Key, row.Items, row.Done, row.InTime, row.Reported, row.Overdue))]));
    }
}
