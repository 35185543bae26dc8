using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Outreach.Api.Activities;

/// <summary>活动: GET /activities?campaign=&amp;street=&amp;status=&amp;from=&amp;until=&amp;after=&amp;limit=. Drafts, which have no day, come first; then the latest day.</summary>
internal static class ListActivities
{
    private sealed record Key(DateOnly? On, Guid Id);

    public static async Task<Results<Ok<Page<ActivityRow>>, ProblemHttpResult>> Handle(
        OutreachDb db, CancellationToken ct, Guid? campaign = null, string? street = null, ActivityStatus? status = null, DateOnly? from = null, DateOnly? until = null, string? after = null, int? limit = null)
    {
        if (status is { } asked && !Enum.IsDefined(asked)) return Acting.Wrong("status", "没有这个状态。");
        if (!Cursor.TryRead<Key>(after, out var last)) return Cursor.Invalid();
        var activities = db.Set<Activity>().AsNoTracking();
        if (campaign is not null) activities = activities.Where(each => each.CampaignId == campaign);
        if (!string.IsNullOrEmpty(street)) activities = activities.Where(each => each.Street == street);
        if (status is not null) activities = activities.Where(each => each.Status == status);
        if (from is not null) activities = activities.Where(each => each.On >= from);
        if (until is not null) activities = activities.Where(each => each.On <= until);
        if (last is { On: null }) activities = activities.Where(each => each.On != null || each.Id < last.Id);
        else if (last is not null) activities = activities.Where(each => each.On < last.On || (each.On == last.On && each.Id < last.Id));
        var most = Cursor.Limit(limit);
        var rows = await activities.OrderByDescending(each => each.On).ThenByDescending(each => each.Id).Take(most + 1)
            .Select(each => new { each.Id, each.Title, each.On, each.Street, each.Community, each.Forms, each.Status, each.Attendance, Organisers = db.Set<Organiser>().Count(o => o.ActivityId == each.Id && (o.Status == OrganiserStatus.Confirmed || o.Status == OrganiserStatus.Done)) })
            .ToListAsync(ct);
        return TypedResults.Ok(Page<ActivityRow>.Of([.. rows.Select(each => new ActivityRow(
            each.Id, each.Title, each.On, each.Street, Organs.Find(each.Street)?.ShortName ?? each.Street, each.Community, [.. each.Forms.Select(Catalogue.Forms.NameOf)], each.Status.ToString(),
            ActivityRefusals.Words(each.Status), each.Organisers, each.Attendance))], most, row => new Key(row.On, row.Id)));
    }
}
