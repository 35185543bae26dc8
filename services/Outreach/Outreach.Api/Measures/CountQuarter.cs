using Microsoft.EntityFrameworkCore;
using Xinfang.Outreach.Api.Activities;
using Xinfang.Outreach.Api.Counselling;
using Xinfang.Outreach.Api.Duties;
using Xinfang.Outreach.Api.Knowing;
using Xinfang.Outreach.Api.Quizzes;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Outreach.Api.Measures;

/// <summary>Counts a quarter once; the streets are parts of it.</summary>
internal sealed class CountQuarter
{
    private const string Visit = "Visit";

    private sealed record Counted(Guid Id, Guid? CampaignId, string Street, List<string> Forms, ActivityStatus Status, int Attendance);

    private readonly List<Counted> _activities = [];
    private readonly List<(Guid Activity, string Organ)> _joint = [];
    private readonly Dictionary<Guid, int> _materials = [], _consultations = [];
    private readonly List<(string? Street, int Count)> _counselled = [], _visits = [];
    private readonly List<(string Organ, bool InTime)> _items = [];
    private readonly List<(string? Street, bool After, int Knew, int Asked)> _sheets = [];

    private CountQuarter() { }

    public static async Task<CountQuarter> ReadAsync(OutreachDb db, Quarter quarter, CancellationToken ct)
    {
        var (from, until, counted) = (quarter.From, quarter.Until, new CountQuarter());
        // What was moved to another day counts where it was held.
        var activities = db.Set<Activity>().AsNoTracking().Where(each => each.Status != ActivityStatus.Draft && ((each.HeldOn >= from && each.HeldOn < until) || (each.HeldOn == null && each.On >= from && each.On < until)));
        counted._activities.AddRange(await activities.Select(each => new Counted(each.Id, each.CampaignId, each.Street, each.Forms, each.Status, each.Attendance ?? 0)).ToListAsync(ct));
        var held = activities.Where(each => each.Status == ActivityStatus.Held || each.Status == ActivityStatus.Closed).Select(each => each.Id);
        counted._joint.AddRange((await db.Set<Organiser>().AsNoTracking().Where(each => held.Contains(each.ActivityId) && (each.Status == OrganiserStatus.Confirmed || each.Status == OrganiserStatus.Done))
            .Select(each => new { each.ActivityId, each.Organ }).ToListAsync(ct)).Select(each => (each.ActivityId, each.Organ)));
        foreach (var each in await db.Set<MaterialIssue>().AsNoTracking().Where(each => held.Contains(each.ActivityId)).GroupBy(each => each.ActivityId).Select(group => new { group.Key, Count = group.Sum(each => each.Issued - each.Returned) }).ToListAsync(ct))
            counted._materials[each.Key] = each.Count;
        foreach (var each in await db.Set<ConsultationCount>().AsNoTracking().Where(each => held.Contains(each.ActivityId)).GroupBy(each => each.ActivityId).Select(group => new { group.Key, Count = group.Sum(each => each.Count) }).ToListAsync(ct))
            counted._consultations[each.Key] = each.Count;
        counted._counselled.AddRange((await db.Set<Counselled>().AsNoTracking().Where(each => each.On >= from && each.On < until).GroupBy(each => each.Street).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct)).Select(each => (each.Key, each.Count)));
        counted._visits.AddRange((await db.Set<PetitionFact>().AsNoTracking().Where(each => !each.Sealed && each.Channel == Visit && each.ReceivedOn >= from && each.ReceivedOn < until).GroupBy(each => each.Street).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct)).Select(each => (each.Key, each.Count)));
        counted._items.AddRange((await db.Set<DutyItem>().AsNoTracking().Where(each => each.Year == quarter.Year && each.Status != DutyStatus.Dropped && each.DueOn >= from && each.DueOn < until)
            .Select(each => new { each.Organ, InTime = each.Status == DutyStatus.Done && each.ReportedOn <= each.DueOn }).ToListAsync(ct)).Select(each => (each.Organ, each.InTime)));
        counted._sheets.AddRange(await SheetsAsync(db, from, until, ct));
        return counted;
    }

    /// <summary>Whole sheets of the sessions that ended in the quarter, in the street of the activity they belonged to.</summary>
    private static async Task<IEnumerable<(string? Street, bool After, int Knew, int Asked)>> SheetsAsync(OutreachDb db, DateOnly from, DateOnly until, CancellationToken ct) =>
        (await (from session in db.Set<QuizSession>().AsNoTracking()
                where session.Until >= @from && session.Until < until
                join count in db.Set<QuizCount>() on session.Code equals count.Session
                where count.Question < 0 && count.MaterialId == session.MaterialId
                join activity in db.Set<Activity>() on session.ActivityId equals (Guid?)activity.Id into activities
                from activity in activities.DefaultIfEmpty()
                select new { activity.Street, count.Phase, count.Right, count.Asked }).ToListAsync(ct))
        .Select(each => ((string?)each.Street, each.Phase is QuizPhase.After, each.Right, each.Asked));

    /// <summary>Of one street, or of the whole district. The items of a street are those of its own office.</summary>
    public Quarterly Of(string? street)
    {
        var activities = street is null ? _activities : _activities.Where(each => each.Street == street).ToList();
        var held = activities.Where(each => each.Status is ActivityStatus.Held or ActivityStatus.Closed).ToDictionary(each => each.Id);
        var ofCampaign = held.Values.Where(each => each.CampaignId is not null).ToList();
        var items = street is null ? _items : _items.Where(each => each.Organ == street).ToList();
        var sheets = street is null ? _sheets : _sheets.Where(each => each.Street == street).ToList();
        return new(
            activities.Count, held.Count, held.Values.SelectMany(each => each.Forms).GroupBy(form => form).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal),
            _joint.Where(each => held.TryGetValue(each.Activity, out var of) && of.CampaignId is not null).Select(each => (held[each.Activity].CampaignId, each.Organ)).Distinct().Count(),
            ofCampaign.DistinctBy(each => each.CampaignId).Count(), held.Values.DistinctBy(each => each.Street).Count(), street is null ? Organs.Streets.Count : 1,
            held.Values.Sum(each => each.Attendance), held.Keys.Sum(id => _materials.GetValueOrDefault(id)), held.Keys.Sum(id => _consultations.GetValueOrDefault(id)),
            Sum(_counselled), Sum(_visits), items.Count, items.Count(each => each.InTime), Knew(after: false), Knew(after: true));

        Share Knew(bool after) => Share.Wilson(sheets.Where(each => each.After == after).Sum(each => each.Knew), sheets.Where(each => each.After == after).Sum(each => each.Asked));

        int Sum(List<(string? Street, int Count)> counts) => counts.Where(each => street is null || each.Street == street).Sum(each => each.Count);
    }
}
