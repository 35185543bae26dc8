using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Identities;

/// <summary>谁看过: GET /petitions/{id}/identity/readings for those who may see the petition, and GET /identity-readings of all petitions for the auditor, newest first.</summary>
internal static class ListReadings
{
    /// <param name="Reason">Null for whom only the fact concerns: the reason may tell of the person.</param>
    public sealed record Row(Guid Id, Guid PetitionId, string PetitionNumber, string Account, OrganView? Organ, DateTimeOffset At, string PurposeText, bool Approved, string? Reason);

    private sealed record Key(Guid Id);

    public static async Task<IResult> Handle(
        Guid id, CurrentCaller caller, IntakeDb db, PersonalData people, CancellationToken ct, string? after = null, int? limit = null)
    {
        var audits = caller.Has(Duty.Audit);
        if (await db.Petitions.FindAsync([new PetitionId(id)], ct) is not { } petition || !(audits || caller.MayAsk(petition))) return Problems.NotFound();
        return await PageAsync(db, db.IdentityReadings.Where(r => r.PetitionId == petition.Id), audits || caller.Keeps(petition), people, after, limit, ct);
    }

    public static Task<IResult> All(IntakeDb db, PersonalData people, CancellationToken ct, string? after = null, int? limit = null) =>
        PageAsync(db, db.IdentityReadings, reasons: true, people, after, limit, ct);

    private static async Task<IResult> PageAsync(
        IntakeDb db, IQueryable<IdentityReading> readings, bool reasons, PersonalData people, string? after, int? limit, CancellationToken ct)
    {
        if (!Cursor.TryRead<Key>(after, out var last)) return Cursor.Invalid();
        var size = Cursor.Limit(limit);
        if (last is not null) readings = readings.Where(r => r.Id < last.Id);
        var rows = await readings.AsNoTracking().OrderByDescending(r => r.Id).Take(size + 1).ToListAsync(ct);
        var ids = rows.ConvertAll(row => row.PetitionId);
        var numbers = await db.Petitions.AsNoTracking().IgnoreAutoIncludes().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Number, ct);
        var page = Page<IdentityReading>.Of(rows, size, row => new Key(row.Id));
        return TypedResults.Ok(new Page<Row>(
            [
                .. page.Items.Select(r => new Row(
                    r.Id, r.PetitionId.Value, numbers[r.PetitionId], r.Account, OrganView.Of(r.Organ), r.At, Words.Of(r.Purpose),
                    r.OpeningId is not null, reasons ? people.Decrypt(r.Reason, r.PetitionId.Value) : null)),
            ],
            page.Next));
    }
}
