using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Study;

/// <summary>GET /sessions/{id}.</summary>
internal static class GetSession
{
    public static async Task<Results<Ok<SessionView>, ProblemHttpResult>> Handle(Guid id, CurrentCaller caller, TrainingDb db, CancellationToken ct)
    {
        if (await db.Sessions.AsNoTracking().SingleOrDefaultAsync(session => session.Id == id, ct) is not { } session || (!caller.Trains() && !session.IsFor(caller.Organ))) return Refusals.NotFound.ToProblem();
        var reference = Ledger.ReferenceOf(id);
        return TypedResults.Ok(SessionView.Of(session, await db.AttendedAsync(id, ct), await db.Hours.AnyAsync(entry => entry.Account == caller.Account && entry.Source == HourSource.Session && entry.Reference == reference, ct)));
    }
}
