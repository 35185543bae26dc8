using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Training.Api.Study;

/// <summary>取消培训: POST /sessions/{id}/cancellation, while nobody has signed in.</summary>
internal static class CancelSession
{
    public static async Task<Results<Ok<SessionView>, ProblemHttpResult>> Handle(Guid id, TrainingDb db, CancellationToken ct)
    {
        if (await db.Sessions.SingleOrDefaultAsync(session => session.Id == id, ct) is not { } session) return Refusals.NotFound.ToProblem();
        if (await db.AttendedAsync(id, ct) > 0) return StudyRefusals.AlreadyHeld.ToProblem();
        session.Cancelled = true;
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(SessionView.Of(session, 0, false));
    }
}
