using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Insight.Api.Measures;

namespace Xinfang.Insight.Api.Reports;

/// <summary>快照: GET /snapshots/{id}: the figures a report was drafted from, and whether they are still those that were frozen.</summary>
internal static class GetSnapshot
{
    public sealed record Response(Guid Id, DateOnly From, DateOnly Until, Basis Basis, string BasisName, DateTimeOffset TakenAt, string TakenBy, string Hash, bool Intact, SnapshotContent Content);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, InsightDb db, CancellationToken ct) =>
        await db.Set<Snapshot>().AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, ct) is { } snapshot
            ? TypedResults.Ok(new Response(snapshot.Id, snapshot.From, snapshot.Until, snapshot.Basis, ReportPaper.Day(snapshot.Basis), snapshot.TakenAt, snapshot.TakenBy, snapshot.Hash, snapshot.Intact, snapshot.Content))
            : Readers.NotFound();
}
