using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Insight.Api.Measures;

/// <summary>导出记录: GET /exports?after=&amp;limit=, the latest first, for the head of the office and the auditor.</summary>
internal static class ListExports
{
    /// <param name="ByName">Where the account belongs.</param>
    /// <param name="Detail">The dimension of counts, the counter of petitions; empty for measures.</param>
    /// <param name="ScopeName">Whose figures.</param>
    /// <param name="Rows">Without the head.</param>
    public sealed record Row(Guid Id, DateTimeOffset At, string Account, string ByName, string What, string Detail, DateOnly From, DateOnly Until, Basis Basis, string ScopeName, int Rows);

    private sealed record Key(Guid Id);

    public static async Task<Results<Ok<Page<Row>>, ProblemHttpResult>> Handle(InsightDb db, CancellationToken ct, string? after = null, int? limit = null)
    {
        if (!Cursor.TryRead<Key>(after, out var last)) return Cursor.Invalid();
        var notes = db.Set<ExportNote>().AsNoTracking();
        if (last is not null) notes = notes.Where(note => note.Id < last.Id);
        var most = Cursor.Limit(limit);
        var rows = await notes.OrderByDescending(note => note.Id).Take(most + 1).ToListAsync(ct);
        return TypedResults.Ok(Page<Row>.Of([.. rows.Select(RowOf)], most, row => new Key(row.Id)));
    }

    private static Row RowOf(ExportNote note) =>
        new(note.Id, note.At, note.Account, Organs.Find(note.By)?.ShortName ?? note.By, note.What, note.Detail, note.From, note.Until, note.Basis, note.Organ is null ? "全区" : Organs.Find(note.Organ)?.ShortName ?? note.Organ, note.Rows);
}
