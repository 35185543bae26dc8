using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Intake.Api.Reception;

/// <summary>接访统计: GET /reception/days?before=&amp;days=: each day with what came of it and how long people waited, newest first, at most 31.</summary>
internal static class ListReceptionDays
{
    private const int Most = 31;

    /// <param name="Waited">Median and 90th percentile of the minutes between taking a number and being received; null where nobody was.</param>
    public sealed record Day(DateOnly On, int Taken, int People, int Received, int Registered, int Counselled, int Guided, int Left, double? Waited, double? Waited90, double? Received50);

    public static async Task<IResult> Handle(IntakeDb db, LegalClock clock, CancellationToken ct, DateOnly? before = null, int? days = null)
    {
        var end = before ?? clock.Now().Date.AddDays(1);
        if (end.Year is < 2022 or > 2200) return Cursor.Invalid();
        var start = end.AddDays(-Math.Clamp(days ?? Most, 1, Most));
        return TypedResults.Ok(new { Items = await db.Database.SqlQuery<Day>($"""
            select day as "On", count(*)::int as "Taken", sum(people)::int as "People", count(received_at)::int as "Received",
                   (count(*) filter (where outcome = 'Registered'))::int as "Registered", (count(*) filter (where counsel_topic is not null))::int as "Counselled",
                   (count(*) filter (where outcome = 'Guided'))::int as "Guided", (count(*) filter (where outcome = 'Left' or status in ('Waiting', 'Absent', 'Called')))::int as "Left",
                   percentile_cont(0.5) within group (order by extract(epoch from received_at - taken_at) / 60) as "Waited",
                   percentile_cont(0.9) within group (order by extract(epoch from received_at - taken_at) / 60) as "Waited90",
                   percentile_cont(0.5) within group (order by extract(epoch from ended_at - received_at) / 60) as "Received50"
            from turn where day >= {start} and day < {end} group by day order by day desc
            """).ToListAsync(ct) });
    }
}
