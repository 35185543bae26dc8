using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Insight.Api.Alarms;

/// <summary>解除了的告警: GET /alarms/past?after=&amp;limit=, of 90 days, the latest first.</summary>
internal static class ListPastAlarms
{
    private sealed record Key(DateTimeOffset ClearedAt, Guid Id);

    public static async Task<Results<Ok<Page<AlarmView>>, ProblemHttpResult>> Handle(InsightDb db, CancellationToken ct, string? after = null, int? limit = null)
    {
        if (!Cursor.TryRead<Key>(after, out var last)) return Cursor.Invalid();
        var past = db.Set<Alarm>().AsNoTracking().Where(alarm => alarm.ClearedAt != null);
        if (last is not null) past = past.Where(alarm => EF.Functions.LessThan(ValueTuple.Create(alarm.ClearedAt, alarm.Id), ValueTuple.Create((DateTimeOffset?)last.ClearedAt.ToUniversalTime(), last.Id)));
        var most = Cursor.Limit(limit);
        var rows = await past.OrderByDescending(alarm => alarm.ClearedAt).ThenByDescending(alarm => alarm.Id).Take(most + 1).ToListAsync(ct);
        return TypedResults.Ok(Page<AlarmView>.Of([.. rows.Select(AlarmView.Of)], most, alarm => new Key(alarm.ClearedAt!.Value, alarm.Id)));
    }
}
