using Microsoft.EntityFrameworkCore;
using Xinfang.Contracts.Outreach.V1;
using Xinfang.Law;
using Xinfang.Outreach.Api.Watching;
using Xinfang.ServiceDefaults.Persistence;

namespace Xinfang.Outreach.Api.Duties;

/// <summary>
/// Reminds organs of items that come due, once per term: the fact stands on the item and travels as an event. Two replicas that find the
/// same item write the same row; the second is refused by its version and passes on.
/// </summary>
internal sealed class DutyWatch : IWatch
{
    /// <summary>So many days before the term the organ is reminded. 本区设定.</summary>
    public const int DaysBefore = 14;

    private const int Batch = 200;

    public async Task<int> ScanAsync(IServiceScopeFactory scopes, Moment now, CancellationToken ct)
    {
        var (reminded, after) = (0, Guid.Empty);
        while (await NextAsync(scopes, after, now.Date, ct) is { Count: > 0 } found)
        {
            foreach (var id in found)
                if (await RemindAsync(scopes, id, now, ct)) reminded++;
            after = found[^1];
        }
        return reminded;
    }

    private static async Task<List<Guid>> NextAsync(IServiceScopeFactory scopes, Guid after, DateOnly today, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OutreachDb>().Set<DutyItem>().AsNoTracking()
            .Where(item => item.RemindOn <= today && item.Status == DutyStatus.Open && item.Id > after).OrderBy(item => item.Id).Select(item => item.Id).Take(Batch).ToListAsync(ct);
    }

    private static async Task<bool> RemindAsync(IServiceScopeFactory scopes, Guid id, Moment now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OutreachDb>();
        if (await db.Set<DutyItem>().SingleOrDefaultAsync(item => item.Id == id, ct) is not { } item) return false;
        var before = RecordChain.DigestOf(item);
        if (!item.Remind(now.Date)) return false;
        db.Publish(id, new DutyReminded { DutyId = id, Organ = item.Organ, Year = item.Year, DueOn = item.DueOn, RemindedAt = now.At });
        await db.NoteAsync(id, "RemindOfDuty", null, now, OutreachLaw.EachOrganTeaches, new { item.DueOn }, before, item, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException e) when (Watch.LostRace(e))
        {
            return false;
        }
    }
}
