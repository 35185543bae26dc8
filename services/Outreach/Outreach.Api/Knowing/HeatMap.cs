using Microsoft.EntityFrameworkCore;

namespace Xinfang.Outreach.Api.Knowing;

/// <summary>
/// Counts the facts into the read model: the months in which something may still change, all of them anew each time. A few thousand cells, so
/// nothing can drift and a repeat changes nothing. Older months stay as they were last counted.
/// </summary>
internal static class HeatMap
{
    /// <summary>So many months back are counted anew.</summary>
    public const int Months = 36;

    private const int Counting = 7501;

    public static async Task RefreshAsync(OutreachDb db, DateOnly today, CancellationToken ct)
    {
        var from = new DateOnly(today.Year, today.Month, 1).AddMonths(-Months);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Counting}, 0)", ct);
        await db.Database.ExecuteSqlAsync($"delete from heat where month >= {from}", ct);
        await db.Database.ExecuteSqlAsync($"""
            insert into heat (street, category, month, petitions, repeats, echoes, declined, diverted)
            select street, category, date_trunc('month', received_on)::date, count(*), count(*) filter (where repeat), count(*) filter (where echo and not repeat),
                count(*) filter (where declined), count(*) filter (where diverted and not declined)
            from petition_fact where not sealed and received_on >= {from} and street is not null and category is not null
            group by 1, 2, 3
            """, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>The cells of some months, the last one not included.</summary>
    public static async Task<IReadOnlyList<Cell>> ReadAsync(OutreachDb db, DateOnly from, DateOnly until, CancellationToken ct) =>
        [.. (await db.Set<Heat>().AsNoTracking().Where(heat => heat.Month >= from && heat.Month < until).ToListAsync(ct)).Select(heat => heat.Cell)];
}
