using Microsoft.EntityFrameworkCore;
using Xinfang.Outreach.Api.Catalogue;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Activities;

/// <summary>A joint organ and its task.</summary>
internal sealed record OrganiserView(string Organ, string OrganName, string Task, string Status, string StatusText, string? Note, DateOnly AskedOn, DateOnly? AnsweredOn, DateOnly? DoneOn);

internal sealed record MaterialView(string Kind, int Issued, int Returned);

internal sealed record ConsultationView(string Topic, int Count);

/// <summary>An activity in a list.</summary>
internal sealed record ActivityRow(Guid Id, string Title, DateOnly? On, string Street, string StreetName, string Community, IReadOnlyList<string> Forms, string Status, string StatusText, int Organisers, int? Attendance);

/// <summary>An activity with everything about it.</summary>
/// <param name="Version">For an amendment (If-Match).</param>
internal sealed record ActivityView(
    Guid Id, string Title, Guid? CampaignId, Guid? DutyItemId, Guid? RecommendationId, string? Topic, IReadOnlyList<string> Forms, IReadOnlyList<string> FormNames, string Street, string StreetName,
    string Community, string Place, DateOnly? On, IReadOnlyList<string> Audiences, IReadOnlyList<string> AudienceNames, IReadOnlyList<string> Staff, string Status, string StatusText,
    DateOnly? HeldOn, int? Attendance, int? Useful, int? NotUseful, string? Summary, string? Reason,
    IReadOnlyList<OrganiserView> Organisers, IReadOnlyList<MaterialView> Materials, IReadOnlyList<ConsultationView> Consultations, IReadOnlyList<Guid> Photos, IReadOnlyList<ActView> Acts, uint Version)
{
    private static readonly (ActivityAct Act, string Label, string Route)[] Routes =
    [
        (ActivityAct.Amend, "修改安排", "amendment"), (ActivityAct.Ask, "请单位联合举办", "organisers"), (ActivityAct.NoteMaterials, "登记发放资料", "materials"), (ActivityAct.Hold, "记录举办情况", "holding"),
        (ActivityAct.AddPhoto, "上传现场照片", "photos"), (ActivityAct.Close, "办结", "closing"), (ActivityAct.Cancel, "取消活动", "cancellation"),
    ];

    public static async Task<ActivityView> OfAsync(OutreachDb db, Activity a, CurrentCaller caller, CancellationToken ct)
    {
        var organisers = await db.Set<Organiser>().AsNoTracking().Where(each => each.ActivityId == a.Id).OrderBy(each => each.Organ).ToListAsync(ct);
        var materials = await db.Set<MaterialIssue>().AsNoTracking().Where(each => each.ActivityId == a.Id).OrderBy(each => each.Kind).ToListAsync(ct);
        var consultations = await db.Set<ConsultationCount>().AsNoTracking().Where(each => each.ActivityId == a.Id).OrderBy(each => each.Topic).ToListAsync(ct);
        var photos = await db.Set<Photo>().AsNoTracking().Where(each => each.ActivityId == a.Id).OrderBy(each => each.Id).Select(each => each.Id).ToListAsync(ct);
        return new(
            a.Id, a.Title, a.CampaignId, a.DutyItemId, a.RecommendationId, a.Topic, a.Forms, [.. a.Forms.Select(Catalogue.Forms.NameOf)], a.Street, Organs.Find(a.Street)?.ShortName ?? a.Street,
            a.Community, a.Place, a.On, a.Audiences, [.. a.Audiences.Select(Catalogue.Audiences.NameOf)], a.Staff, a.Status.ToString(), ActivityRefusals.Words(a.Status),
            a.HeldOn, a.Attendance, a.Useful, a.NotUseful, a.Summary, a.Reason,
            [.. organisers.Select(Of)], [.. materials.Select(each => new MaterialView(each.Kind, each.Issued, each.Returned))],
            [.. consultations.Select(each => new ConsultationView(each.Topic, each.Count))], photos,
            [.. Routes.Select(each => ActView.Of(each.Act.ToString(), each.Label, $"/activities/{a.Id}/{each.Route}", a.Refuses(each.Act, caller))).Where(each => each.Open)], db.VersionOf(a));
    }

    public static OrganiserView Of(Organiser each) =>
        new(each.Organ, Organs.Find(each.Organ)?.ShortName ?? each.Organ, each.Task, each.Status.ToString(), ActivityRefusals.Words(each.Status), each.Note, each.AskedOn, each.AnsweredOn, each.DoneOn);
}
