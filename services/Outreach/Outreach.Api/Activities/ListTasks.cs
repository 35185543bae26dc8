using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Activities;

/// <summary>联合普法任务 of the caller's own organ: GET /tasks?after=&amp;limit=, the latest first.</summary>
internal static class ListTasks
{
    private sealed record Key(DateOnly AskedOn, Guid Id);

    public static async Task<Results<Ok<Page<TaskView>>, ProblemHttpResult>> Handle(CurrentCaller caller, OutreachDb db, CancellationToken ct, string? after = null, int? limit = null)
    {
        if (!Cursor.TryRead<Key>(after, out var last)) return Cursor.Invalid();
        var tasks = db.Set<Organiser>().AsNoTracking().Where(each => each.Organ == caller.Organ);
        if (last is not null) tasks = tasks.Where(each => each.AskedOn < last.AskedOn || (each.AskedOn == last.AskedOn && each.ActivityId < last.Id));
        var most = Cursor.Limit(limit);
        var rows = await tasks.OrderByDescending(each => each.AskedOn).ThenByDescending(each => each.ActivityId).Take(most + 1)
            .Join(db.Set<Activity>().AsNoTracking(), each => each.ActivityId, activity => activity.Id, (each, activity) => new { each, activity })
            .OrderByDescending(pair => pair.each.AskedOn).ThenByDescending(pair => pair.each.ActivityId).ToListAsync(ct);
        return TypedResults.Ok(Page<TaskView>.Of([.. rows.Select(pair => TaskView.Of(pair.each, pair.activity, caller))], most, row => new Key(row.AskedOn, row.ActivityId)));
    }
}
