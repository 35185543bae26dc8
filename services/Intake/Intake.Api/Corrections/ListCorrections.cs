using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Corrections;

/// <summary>更正申请: GET /corrections, those that wait first. Nobody's data is in the list; it is read one by one.</summary>
internal static class ListCorrections
{
    public sealed record Row(Guid Id, string PetitionNumber, bool Sealed, CorrectionField Field, DateTimeOffset AskedAt, bool? Granted, DateTimeOffset? DecidedAt, string? DecidedBy);

    private sealed record Key(bool Decided, Guid Id);

    public static async Task<IResult> Handle(CurrentCaller caller, IntakeDb db, CancellationToken ct, string? after = null, int? limit = null)
    {
        if (!Cursor.TryRead<Key>(after, out var last)) return Cursor.Invalid();
        var size = Cursor.Limit(limit);
        var custodian = caller.Has(Duty.Head);
        var query =
            from correction in db.Corrections.AsNoTracking()
            join petition in db.Petitions.AsNoTracking().IgnoreAutoIncludes() on correction.PetitionId equals petition.Id
            where custodian ? petition.Sealed && petition.Organ == caller.Organ : !petition.Sealed
            select new { correction, petition.Number, petition.Sealed };
        if (!caller.Has(Duty.Oversee) && !custodian) query = query.Where(row => !row.correction.Confidential);
        if (last is not null)
        {
            query = last.Decided
                ? query.Where(row => row.correction.DecidedAt != null && row.correction.Id < last.Id)
                : query.Where(row => row.correction.DecidedAt != null || row.correction.Id < last.Id);
        }
        var rows = await query.OrderBy(row => row.correction.DecidedAt != null).ThenByDescending(row => row.correction.Id).Take(size + 1)
            .Select(row => new Row(row.correction.Id, row.Number, row.Sealed, row.correction.Field, row.correction.AskedAt, row.correction.Granted, row.correction.DecidedAt, row.correction.DecidedBy))
            .ToListAsync(ct);
        return TypedResults.Ok(Page<Row>.Of(rows, size, row => new Key(row.DecidedAt is not null, row.Id)));
    }
}
