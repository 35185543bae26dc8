using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;

namespace Xinfang.Intake.Api.Catalogue;

/// <summary>内容分类表: GET /contents. Every line, retired ones too, with how many petitions are classified under it, and the last changes.</summary>
internal static class ListContents
{
    private const int Most = 50;

    public sealed record Line(string Code, string Name, string Path, int Level, string? Parent, bool Retired, int Petitions);

    public sealed record Change(string Code, string Name, bool Retired, string By, DateTimeOffset At);

    public sealed record Response(IReadOnlyList<Line> Items, IReadOnlyList<Change> Changes);

    public static async Task<IResult> Handle(IntakeDb db, CancellationToken ct)
    {
        var tree = await db.ContentTreeAsync(ct);
        var counts = await db.Petitions.Where(p => p.ContentCode != null && !p.Sealed).GroupBy(p => p.ContentCode!).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, ct);
        var changes = await db.ContentChanges.AsNoTracking().OrderByDescending(c => c.Position).Take(Most).Select(c => new Change(c.Code, c.Name, c.Retired, c.By, c.At)).ToListAsync(ct);
        return TypedResults.Ok(new Response(
            [.. tree.All.Select(line => new Line(line.Code, line.Name, tree.NameOf(line.Code), line.Level, line.Parent, line.Retired, counts.GetValueOrDefault(line.Code)))], changes));
    }
}
