using Microsoft.EntityFrameworkCore;
using Xinfang.Outreach.Api.Activities;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Duties;

/// <summary>An activity that serves the item.</summary>
internal sealed record LinkedActivity(Guid Id, string Title, DateOnly? On, string Street, string Status, string StatusText);

/// <summary>An item of the list as a caller sees it.</summary>
/// <param name="Version">For an amendment (If-Match); 0 in lists.</param>
internal sealed record DutyView(
    Guid Id, string Organ, string OrganName, int Year, string Item, string LegalText, string Audience, string Measures, string Owner, DateOnly DueOn, string Evidence,
    string Status, string StatusText, bool Overdue, bool InTime, DateOnly? RemindedOn, string? Report, DateOnly? ReportedOn, string? Remark, DateOnly? DecidedOn,
    IReadOnlyList<LinkedActivity> Activities, IReadOnlyList<ActView> Acts, uint Version = 0)
{
    private static readonly (DutyAct Act, string Label, string Route)[] Routes =
        [(DutyAct.Report, "上报完成情况", "report"), (DutyAct.Confirm, "核实，确认完成", "confirmation"), (DutyAct.Return, "退回补充", "return"), (DutyAct.Amend, "修改", "amendment"), (DutyAct.Drop, "撤下这一项", "dropping")];

    public static DutyView Of(DutyItem item, CurrentCaller caller, DateOnly today, IReadOnlyList<LinkedActivity>? activities = null) => new(
        item.Id, item.Organ, Organs.Find(item.Organ)?.ShortName ?? item.Organ, item.Year, item.Item, item.LegalText, item.Audience, item.Measures, item.Owner, item.DueOn, item.Evidence,
        item.Status.ToString(), DutyRefusals.Words(item.Status), item.OverdueOn(today), item.InTime, item.RemindedOn, item.Report, item.ReportedOn, item.Remark, item.DecidedOn,
        activities ?? [], [.. Routes.Select(each => ActView.Of(each.Act.ToString(), each.Label, $"/duties/{item.Id}/{each.Route}", item.Refuses(each.Act, caller))).Where(each => each.Open)]);

    public static async Task<DutyView> WithActivitiesAsync(OutreachDb db, DutyItem item, CurrentCaller caller, DateOnly today, CancellationToken ct) => Of(item, caller, today,
        [
            .. (await db.Set<Activity>().AsNoTracking().Where(a => a.DutyItemId == item.Id).OrderBy(a => a.On).ThenBy(a => a.Id).Take(100)
                .Select(a => new { a.Id, a.Title, a.On, a.Street, a.Status }).ToListAsync(ct))
                .Select(a => new LinkedActivity(a.Id, a.Title, a.On, Organs.Find(a.Street)?.ShortName ?? a.Street, a.Status.ToString(), ActivityRefusals.Words(a.Status))),
        ]) with { Version = db.VersionOf(item) };
}
