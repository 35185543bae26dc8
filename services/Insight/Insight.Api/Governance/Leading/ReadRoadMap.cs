using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Insight.Api.Governance.Tasks;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Leading;

/// <summary>路线图: GET /governance/road-map?year=, five columns with what belongs to each of the 五化 (S-01, S-14, S-19). An organ sees its own.</summary>
internal static class ReadRoadMap
{
    /// <summary>Most cards of a column; all are counted.</summary>
    private const int Most = 100;

    /// <summary>A task on the board.</summary>
    public sealed record Card(Guid Id, string KindText, string Title, string OrganName, DateOnly DueOn, string Status, string StatusText, bool Overdue, bool InTime, int Milestones, int MilestonesDone);

    /// <param name="OnTime">Confirmed in time, of those whose day has come or that are confirmed.</param>
    /// <param name="MilestonesOnTime">Steps done by their day, of those whose day has come or that are done.</param>
    public sealed record Column(string Pillar, string PillarText, int Tasks, int Confirmed, int Overdue, Share OnTime, Share MilestonesOnTime, IReadOnlyList<Card> Cards);

    public sealed record Response(int Year, IReadOnlyList<Column> Columns);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct, int? year = null)
    {
        var today = clock.Now().Date;
        var which = year ?? today.Year;
        if (!Sane.Year(which)) return Acting.Wrong("year", "年份不对。");
        var tasks = await db.TasksFor(caller).AsNoTracking().Where(task => task.Year == which && task.Pillar != null && task.Status != TaskState.Dropped).OrderBy(task => task.DueOn).ThenBy(task => task.Id).ToListAsync(ct);
        return TypedResults.Ok(new Response(which, [.. Enum.GetValues<Pillar>().Select(pillar => Of(pillar, [.. tasks.Where(task => task.Pillar == pillar)], today))]));
    }

    private static Column Of(Pillar pillar, List<GovernanceTask> tasks, DateOnly today) => new(
        pillar.ToString(), Shared.Words(pillar), tasks.Count, tasks.Count(task => task.Status is TaskState.Confirmed), tasks.Count(task => task.OverdueOn(today)), OnTime.Of(tasks, today), OnTime.OfMilestones(tasks, today),
        [.. tasks.Take(Most).Select(task => new Card(task.Id, TaskFlow.Words(task.Kind), task.Title, Shared.NameOf(task.Organ), task.DueOn, task.Status.ToString(), TaskFlow.Words(task.Status), task.OverdueOn(today), task.InTime,
            task.Milestones.Count, task.Milestones.Count(each => each.DoneOn is not null)))]);
}
