using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Reception;

/// <summary>开窗: POST /reception/windows/{number}/open. Whoever opens another window leaves the one before.</summary>
internal static class OpenWindow
{
    public static async Task<IResult> Handle(int number, CurrentCaller caller, IntakeDb db, LegalClock clock, CancellationToken ct)
    {
        if (number is < 1 or > ReceptionWindow.Most) return Refusals.WindowUnknown.ToProblem();
        var now = clock.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"insert into reception_window (number, organ, open_on) values ({number}, '', {now.Date}) on conflict do nothing", ct);
        var window = await db.ReceptionWindows.FromSql($"select * from reception_window where number = {number} for update").SingleAsync(ct);
        if (window.Open(caller.Account, caller.Organ, now) is { } refusal) return refusal.ToProblem();
        foreach (var former in await db.ReceptionWindows.Where(w => w.Account == caller.Account && w.Number != number).ToListAsync(ct)) former.Close(caller.Account);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new WindowView(number, OrganView.Of(window.Organ), caller.Account, true, null));
    }
}
