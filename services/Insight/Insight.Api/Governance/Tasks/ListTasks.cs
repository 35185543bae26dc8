using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Tasks;

/// <summary>任务: GET /governance/tasks?year=&amp;kind=&amp;pillar=&amp;status=&amp;organ=&amp;meeting=&amp;overdue=&amp;after=&amp;limit=, in the order of their terms.</summary>
internal static class ListTasks
{
    private sealed record Key(DateOnly DueOn, Guid Id);

    public static async Task<Results<Ok<Page<TaskView>>, ProblemHttpResult>> Handle(
        CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct, int? year = null, TaskKind? kind = null, Pillar? pillar = null, TaskState? status = null, string? organ = null, Guid? meeting = null, bool? overdue = null, string? after = null, int? limit = null)
    {
        var today = clock.Now().Date;
        if (year is { } asked && !Sane.Year(asked)) return Acting.Wrong("year", "年份不对。");
        if (kind is { } wantedKind && !Enum.IsDefined(wantedKind)) return Acting.Wrong("kind", "没有这种任务。");
        if (pillar is { } wantedPillar && !Enum.IsDefined(wantedPillar)) return Acting.Wrong("pillar", "没有这一化。");
        if (status is { } wanted && !Enum.IsDefined(wanted)) return Acting.Wrong("status", "没有这个状态。");
        if (!Cursor.TryRead<Key>(after, out var last)) return Cursor.Invalid();

        var (which, tasks) = (year ?? today.Year, db.TasksFor(caller).AsNoTracking());
        // What a meeting decided may be due in another year.
        tasks = meeting is null ? tasks.Where(task => task.Year == which) : tasks.Where(task => task.MeetingId == meeting);
        if (kind is not null) tasks = tasks.Where(task => task.Kind == kind);
        if (pillar is not null) tasks = tasks.Where(task => task.Pillar == pillar);
        if (status is not null) tasks = tasks.Where(task => task.Status == status);
        if (!string.IsNullOrEmpty(organ)) tasks = tasks.Where(task => task.Organ == organ);
        if (overdue is true) tasks = tasks.Where(task => task.Status == TaskState.Open && task.DueOn < today);
        if (last is not null) tasks = tasks.Where(task => EF.Functions.GreaterThan(ValueTuple.Create(task.DueOn, task.Id), ValueTuple.Create(last.DueOn, last.Id)));
        var most = Cursor.Limit(limit);
        var rows = await tasks.OrderBy(task => task.DueOn).ThenBy(task => task.Id).Take(most + 1).ToListAsync(ct);
        return TypedResults.Ok(Page<TaskView>.Of([.. rows.Select(task => TaskView.Of(task, caller, today))], most, task => new Key(task.DueOn, task.Id)));
    }
}
