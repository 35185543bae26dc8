using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Activities;

/// <summary>确认参加 by the organ itself: POST /tasks/{activity}/confirmation.</summary>
internal static class ConfirmTask
{
    public sealed record Request([property: StringLength(500, ErrorMessage = "最多500个字。")] string? Note = null);

    public static async Task<Results<Ok<TaskView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (await db.TaskAsync(id, caller, ct) is not { } task || await db.ActivityAsync(id, ct) is not { } activity) return Readers.NotFound();
        if (task.Answer(OrganiserAct.Confirm, request.Note, caller, activity.Status, now.Date) is { } refusal) return refusal.ToProblem();

        var digest = RecordChain.DigestOf(activity);
        await db.NoteAsync(id, "ConfirmTask", caller, now, OutreachLaw.EachOrganTeaches, new { task.Organ, task.Note }, digest, activity, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(TaskView.Of(task, activity, caller));
    }
}
