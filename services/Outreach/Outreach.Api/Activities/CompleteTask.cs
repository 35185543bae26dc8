using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Activities;

/// <summary>报完成 by the organ itself: POST /tasks/{activity}/completion.</summary>
internal static class CompleteTask
{
    public sealed record Request([property: Required(ErrorMessage = "请写做了什么。"), StringLength(500, ErrorMessage = "最多500个字。")] string Note);

    public static async Task<Results<Ok<TaskView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (await db.TaskAsync(id, caller, ct) is not { } task || await db.ActivityAsync(id, ct) is not { } activity) return Readers.NotFound();
        if (task.Answer(OrganiserAct.Complete, request.Note, caller, activity.Status, now.Date) is { } refusal) return refusal.ToProblem();

        var digest = RecordChain.DigestOf(activity);
        await db.NoteAsync(id, "CompleteTask", caller, now, OutreachLaw.EachOrganTeaches, new { task.Organ, task.Note }, digest, activity, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(TaskView.Of(task, activity, caller));
    }
}
