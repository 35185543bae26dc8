using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Contracts.DepartmentFeed.V1;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.DepartmentFeed.Api.Events;

/// <summary>签收: POST /acknowledgements {ids}. Repeating it gives the same answer and has no second effect. Starts no term.</summary>
internal static class AcknowledgeEvents
{
    /// <summary>At most so many ids in one request.</summary>
    public const int Most = 500;

    /// <param name="Ids">Ids of events of the caller's own feed.</param>
    public sealed record Request(IReadOnlyList<Guid> Ids);

    /// <param name="Acknowledged">How many of them are acknowledged now, by this request or an earlier one.</param>
    /// <param name="Unknown">Ids that the caller's feed does not have: never told to it, or too old.</param>
    public sealed record Response(int Acknowledged, IReadOnlyList<Guid> Unknown);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Request request, CurrentCaller caller, DepartmentFeedDb db, TimeProvider time, CancellationToken ct)
    {
        if (request.Ids.Count is 0 or > Most)
            return Problems.Invalid(new Dictionary<string, string[]> { ["ids"] = [$"一次签收1到{Most}条事件。"] });

        var now = time.GetUtcNow();
        Guid[] ids = [.. request.Ids.Distinct()];
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // The update takes the row locks: of two requests with the same id, the second finds it acknowledged.
        var fresh = await db.Database.SqlQuery<Acknowledged>($"""
            update feed_event set acknowledged_at = {now}
            where id = any({ids}) and organ = {caller.Organ} and acknowledged_at is null
            returning id, petition_id
            """).ToListAsync(ct);
        var known = await db.Events.Where(e => e.Organ == caller.Organ && ids.Contains(e.Id)).Select(e => e.Id).ToListAsync(ct);

        foreach (var e in fresh)
            db.Publish(e.PetitionId, new PetitionAcknowledged { PetitionId = e.PetitionId, Organ = caller.Organ, EventId = e.Id, AcknowledgedAt = now });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        if (fresh.Count > 0) db.Announce();
        return TypedResults.Ok(new Response(known.Count, [.. ids.Except(known)]));
    }

    private sealed record Acknowledged(Guid Id, Guid PetitionId);
}
