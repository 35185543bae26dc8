using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Training.Api.Study;

/// <summary>签到码: GET /sessions/{id}/sign-in-code, for the screen in the room.</summary>
internal static class GetSignInCode
{
    public sealed record Response(string Code, DateTimeOffset Until, int Attended);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, TrainingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.Sessions.AsNoTracking().SingleOrDefaultAsync(session => session.Id == id, ct) is not { } session) return Refusals.NotFound.ToProblem();
        if (session.Cancelled) return StudyRefusals.SessionCancelled.ToProblem();
        var (code, until) = session.CodeAt(clock.Now().At);
        return TypedResults.Ok(new Response(code, until, await db.AttendedAsync(id, ct)));
    }
}
