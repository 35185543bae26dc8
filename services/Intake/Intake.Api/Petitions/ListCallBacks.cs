using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>待回访: GET /call-backs?after=&amp;limit=, those that are owed, the first due first.</summary>
internal static class ListCallBacks
{
    public sealed record Row(Guid PetitionId, string PetitionNumber, string Subject, OrganView? Organ, bool OfOffice, bool OfOrgan, DateOnly OwedFrom, TermView Due);

    private sealed record Key(DateOnly OwedFrom, Guid Id);

    public static async Task<IResult> Handle(IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct, string? after = null, int? limit = null)
    {
        if (!Cursor.TryRead<Key>(after, out var last)) return Cursor.Invalid();
        var size = Cursor.Limit(limit);
        var query = db.CallBacks.AsNoTracking().Where(c => c.At == null);
        if (last is not null)
            query = query.Where(c => EF.Functions.GreaterThan(ValueTuple.Create(c.OwedFrom, c.PetitionId), ValueTuple.Create(last.OwedFrom, new PetitionId(last.Id))));
        var rows = await query.OrderBy(c => c.OwedFrom).ThenBy(c => c.PetitionId).Take(size + 1).ToListAsync(ct);
        var ids = rows.ConvertAll(row => row.PetitionId);
        var numbers = await db.Petitions.AsNoTracking().IgnoreAutoIncludes().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Number, ct);
        var contents = await db.Dossiers.AsNoTracking().Where(d => ids.Contains(d.PetitionId)).ToDictionaryAsync(d => d.PetitionId, d => d.Content, ct);

        var now = clock.Now();
        var page = Page<CallBack>.Of(rows, size, row => new Key(row.OwedFrom, row.PetitionId.Value));
        return TypedResults.Ok(new Page<Row>(
            [
                .. page.Items.Select(row => new Row(
                    row.PetitionId.Value, numbers[row.PetitionId], Persistence.DossierContent.Decrypted(contents[row.PetitionId], people, row.PetitionId.Value).Subject,
                    OrganView.Of(row.Organ), row.OfOffice, row.OfOrgan, row.OwedFrom, now.View(row.Due(now)))),
            ],
            page.Next));
    }
}
