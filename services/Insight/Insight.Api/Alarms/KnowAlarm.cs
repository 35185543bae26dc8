using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Alarms;

/// <summary>已知晓: POST /alarms/{id}/knowing. Who and when stay with the alarm; nobody is reminded of it any more.</summary>
internal static class KnowAlarm
{
    public static async Task<Results<Ok<AlarmView>, ProblemHttpResult>> Handle(Guid id, CurrentCaller caller, InsightDb db, TimeProvider time, CancellationToken ct)
    {
        if (await db.Set<Alarm>().SingleOrDefaultAsync(alarm => alarm.Id == id && alarm.RaisedAt != null, ct) is not { } alarm) return Readers.NotFound();
        if (alarm.Know(caller, time.GetUtcNow()) is { } refusal) return refusal.ToProblem();
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(AlarmView.Of(alarm));
    }
}
