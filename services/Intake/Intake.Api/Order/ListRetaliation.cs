using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Order;

/// <summary>打击报复的反映: GET /retaliation, for the head of the office and for the disciplinary organ; for anybody else there is no such list.</summary>
internal static class ListRetaliation
{
    private const int Most = 200;

    public sealed record Row(Guid Id, string PetitionNumber, DateTimeOffset At, string Text, string? Measure, string? MeasuredBy, DateTimeOffset? MeasuredAt);

    public sealed record Response(IReadOnlyList<Row> Items);

    public static async Task<IResult> Handle(CurrentCaller caller, IntakeDb db, PersonalData people, CancellationToken ct)
    {
        if (!MayRead(caller)) return Problems.NotFound();
        var rows = await db.RetaliationComplaints.AsNoTracking().OrderBy(r => r.MeasuredAt != null).ThenByDescending(r => r.Id).Take(Most).ToListAsync(ct);
        var ids = rows.ConvertAll(row => row.PetitionId);
        var numbers = await db.Petitions.AsNoTracking().IgnoreAutoIncludes().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Number, ct);
        return TypedResults.Ok(new Response(
        [
            .. rows.Select(row => new Row(
                row.Id, numbers[row.PetitionId], row.At, people.Decrypt(row.Text, row.Id), row.Measure is null ? null : people.Decrypt(row.Measure, row.Id), row.MeasuredBy, row.MeasuredAt)),
        ]));
    }

    internal static bool MayRead(CurrentCaller caller) => caller.Has(Duty.Oversee) || caller.Organ == Organs.Discipline;
}
