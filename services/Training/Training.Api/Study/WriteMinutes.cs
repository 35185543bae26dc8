using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Training.Api.Study;

/// <summary>学习记录: PUT /sessions/{id}/minutes.</summary>
internal static class WriteMinutes
{
    public sealed record Request([property: StringLength(4000, MinimumLength = 2, ErrorMessage = "请写记录，2到4000个字。")] string Text);

    public static async Task<Results<Ok<SessionView>, ProblemHttpResult>> Handle(Guid id, Request request, TrainingDb db, CancellationToken ct)
    {
        if (await db.Sessions.SingleOrDefaultAsync(session => session.Id == id, ct) is not { } session) return Refusals.NotFound.ToProblem();
        if (session.Cancelled) return StudyRefusals.SessionCancelled.ToProblem();
        session.Minutes = request.Text.Trim();
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(SessionView.Of(session, await db.AttendedAsync(id, ct), false));
    }
}
