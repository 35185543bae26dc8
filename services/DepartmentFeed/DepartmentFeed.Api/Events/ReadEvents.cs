using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.DepartmentFeed.Api.Feed;
using Xinfang.DepartmentFeed.Api.Publishing;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.DepartmentFeed.Api.Events;

/// <summary>
/// GET /events?after=&lt;position&gt;&amp;limit=: the caller's own events after a position, exactly as they were published. <c>next</c> is the
/// position to go on from while there is more; every event carries its own position, so a reader can come back later.
/// </summary>
internal static class ReadEvents
{
    public static async Task<Results<Ok<Page<CloudEvent>>, ProblemHttpResult>> Handle(
        string? after, int? limit, CurrentCaller caller, DepartmentFeedDb db, FeedAddresses addresses, CancellationToken ct)
    {
        long position = 0;
        if (!string.IsNullOrEmpty(after) && !long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out position)) return Cursor.Invalid();

        var size = Cursor.Limit(limit);
        var rows = await db.Events.AsNoTracking()
            .Where(e => e.Organ == caller.Organ && e.Position > position)
            .OrderBy(e => e.Position)
            .Take(size + 1)
            .Join(db.Holdings, e => e.PetitionId, h => h.PetitionId, (e, h) => new { Event = e, h.Sealed })
            .OrderBy(row => row.Event.Position)
            .ToListAsync(ct);

        List<CloudEvent> events = [.. rows.Take(size).Select(row => CloudEvent.Of(row.Event, row.Sealed, addresses.Schemas))];
        return TypedResults.Ok(new Page<CloudEvent>(events, rows.Count > size ? events[^1].Position : null));
    }
}
