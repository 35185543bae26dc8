using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Intake.Api.Search;

/// <summary>谁按人检索过: GET /search-readings, for the auditor, newest first. The same person gives the same marks; who it is cannot be read from them.</summary>
internal static class ListSearchReadings
{
    private const int Shown = 4;

    public sealed record Sought(string By, string Mark);

    public sealed record Row(Guid Id, string Account, OrganView? Organ, DateTimeOffset At, string PurposeText, IReadOnlyList<Sought> For);

    private sealed record Key(Guid Id);

    public static async Task<IResult> Handle(IntakeDb db, CancellationToken ct, string? after = null, int? limit = null)
    {
        if (!Cursor.TryRead<Key>(after, out var last)) return Cursor.Invalid();
        var size = Cursor.Limit(limit);
        var query = db.SearchReadings.AsNoTracking();
        if (last is not null) query = query.Where(r => r.Id < last.Id);
        var page = Page<SearchReading>.Of(await query.OrderByDescending(r => r.Id).Take(size + 1).ToListAsync(ct), size, row => new Key(row.Id));
        return TypedResults.Ok(new Page<Row>([.. page.Items.Select(r => new Row(r.Id, r.Account, OrganView.Of(r.Organ), r.At, Words.Of(r.Purpose), SoughtOf(r)))], page.Next));
    }

    private static List<Sought> SoughtOf(SearchReading reading)
    {
        List<Sought> sought = [];
        foreach (var (by, hash) in new[] { (CorrectionField.Name, reading.NameHash), (CorrectionField.Phone, reading.PhoneHash), (CorrectionField.IdNumber, reading.IdentityHash) })
            if (hash is not null) sought.Add(new(Words.Of(by), Convert.ToHexStringLower(hash.AsSpan(0, Shown))));
        return sought;
    }
}
