using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Reception;

/// <summary>叫下一个: POST /reception/windows/{number}/next. Two windows never call the same number.</summary>
internal static class CallNext
{
    public static async Task<IResult> Handle(int number, CurrentCaller caller, IntakeDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // The window's row is the lock of whoever presses twice.
        var window = await db.ReceptionWindows.FromSql($"select * from reception_window where number = {number} for update").SingleOrDefaultAsync(ct);
        if (window?.IsOpen(now.Date) is not true || window.Account != caller.Account) return Refusals.WindowClosed.ToProblem();
        if (await db.Turns.AnyAsync(t => t.Day == now.Date && t.Window == number && (t.Status == TurnStatus.Called || t.Status == TurnStatus.Receiving), ct)) return Refusals.WindowBusy.ToProblem();
        if (await Queue.NextAsync(db, now.Date, Queue.Of(window), ct) is not { } turn) return Refusals.NobodyWaits.ToProblem();
        if (turn.Call(number, caller.Account, now) is { } refusal) return refusal.ToProblem();
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(TurnView.Of(turn, now.At));
    }
}
