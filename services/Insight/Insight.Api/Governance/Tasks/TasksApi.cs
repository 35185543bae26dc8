using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Tasks;

internal static class TasksApi
{
    public static void MapTasks(this RouteGroupBuilder governance)
    {
        var tasks = governance.MapGroup("/tasks");
        tasks.MapGet("", ListTasks.Handle);
        tasks.MapGet("/{id:guid}", GetTask.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        tasks.MapPut("/{id:guid}", MakeTask.Handle).RequireAuthorization(Duty.AnyOf(Duty.Oversee, Duty.Supervise, Duty.Lead)).For(GovernanceLaw.Committee);
        tasks.MapPost("/{id:guid}/amendment", AmendTask.Handle).For(GovernanceLaw.Committee);
        tasks.MapPost("/{id:guid}/milestones", PassMilestone.Handle).For(GovernanceLaw.Committee);
        tasks.MapPost("/{id:guid}/report", ReportTask.Handle).For(GovernanceLaw.Committee);
        tasks.MapPost("/{id:guid}/return", ReturnTask.Handle).For(GovernanceLaw.Committee);
        tasks.MapPost("/{id:guid}/confirmation", ConfirmTask.Handle).For(GovernanceLaw.Committee);
        tasks.MapPost("/{id:guid}/urging", UrgeTask.Handle).For(GovernanceLaw.FirstResponsible);
        tasks.MapPost("/{id:guid}/dropping", DropTask.Handle).For(GovernanceLaw.Committee);
    }

    /// <summary>The tasks a caller may see: all of them at the office's head and supervision, an organ's own elsewhere.</summary>
    public static IQueryable<GovernanceTask> TasksFor(this InsightDb db, CurrentCaller caller) =>
        caller.SeesAll() ? db.Set<GovernanceTask>() : db.Set<GovernanceTask>().Where(task => task.Organ == caller.Organ);

    public static Task<GovernanceTask?> TaskAsync(this InsightDb db, Guid id, CurrentCaller caller, CancellationToken ct) => db.TasksFor(caller).SingleOrDefaultAsync(task => task.Id == id, ct);

    public static Task<Results<Ok<TaskView>, ProblemHttpResult>> ActAsync(this InsightDb db, Guid id, string act, object fact, CurrentCaller caller, Moment now, Func<GovernanceTask, Refusal?> decide, CancellationToken ct) =>
        db.ActAsync(db.TasksFor(caller), id, act, task => task.Basis, fact, caller, now, decide, task => TaskView.Of(task, caller, now.Date), ct);
}
