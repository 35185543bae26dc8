using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Exams;

/// <summary>交卷: POST /sittings/{id}/hand-in. Done again it answers the same.</summary>
internal static class HandIn
{
    public static async Task<Results<Ok<SittingView>, ProblemHttpResult>> Handle(Guid id, CurrentCaller caller, TrainingDb db, Remembered remembered, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now().At;
        if (await GetSitting.Mine(db, id, caller, ct) is null) return Refusals.NotFound.ToProblem();
        await db.HandInAsync(id, now, ct);
        db.ChangeTracker.Clear();
        return TypedResults.Ok(await GetSitting.ViewAsync(db, remembered, (await GetSitting.Mine(db, id, caller, ct))!, now, ct));
    }
}
