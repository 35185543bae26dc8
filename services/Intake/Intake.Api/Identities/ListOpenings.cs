using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Identities;

/// <summary>待批的查看申请: GET /identity-openings?after=&amp;limit=, those that wait for this custodian, oldest first.</summary>
internal static class ListOpenings
{
    public sealed record Row(
        Guid Id, Guid PetitionId, string PetitionNumber, bool Sealed, string AskedBy, OrganView? Organ, DateTimeOffset AskedAt, string PurposeText, string Reason, bool Own);

    private sealed record Key(Guid Id);

    public static async Task<IResult> Handle(CurrentCaller caller, IntakeDb db, PersonalData people, CancellationToken ct, string? after = null, int? limit = null)
    {
        if (!Cursor.TryRead<Key>(after, out var last)) return Cursor.Invalid();
        var size = Cursor.Limit(limit);
        var waiting = Waiting(db, caller);
        if (last is not null) waiting = waiting.Where(o => o.Id > last.Id);
        var rows = await waiting.OrderBy(o => o.Id).Take(size + 1).Select(o => new Wait(o, EF.Property<byte[]>(o, IdentityOpeningMapping.Reason))).ToListAsync(ct);
        var ids = rows.ConvertAll(row => row.Opening.PetitionId);
        var petitions = await db.Petitions.AsNoTracking().IgnoreAutoIncludes().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var page = Page<Wait>.Of(rows, size, row => new Key(row.Opening.Id));
        return TypedResults.Ok(new Page<Row>([.. page.Items.Select(row => View(row, petitions[row.Opening.PetitionId], caller, people))], page.Next));
    }

    private static Row View(Wait row, Petition petition, CurrentCaller caller, PersonalData people)
    {
        var opening = row.Opening;
        return new(opening.Id, petition.Id.Value, petition.Number, petition.Sealed, opening.AskedBy, OrganView.Of(opening.AskedOrgan), opening.AskedAt,
            Words.Of(opening.Purpose), people.Decrypt(row.Reason, opening.Id), opening.AskedBy == caller.Account);
    }

    /// <summary>What waits for this caller's decision; the same rule as <see cref="Custody.Keeps"/>, at the data.</summary>
    private static IQueryable<IdentityOpening> Waiting(IntakeDb db, CurrentCaller caller)
    {
        var waiting = db.IdentityOpenings.AsNoTracking().Where(o => o.DecidedAt == null);
        return caller.Organ == Organs.Office
            ? waiting.Where(o => db.Petitions.Any(p => p.Id == o.PetitionId && !p.Sealed))
            : waiting.Where(o => db.Petitions.Any(p => p.Id == o.PetitionId && p.Sealed && p.Organ == caller.Organ));
    }

    private sealed record Wait(IdentityOpening Opening, byte[] Reason);
}
