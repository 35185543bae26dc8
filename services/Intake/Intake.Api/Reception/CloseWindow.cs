using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Reception;

/// <summary>关窗: POST /reception/windows/{number}/close, by whoever sits there. Not with somebody at it, and not while people wait for the organ's only one.</summary>
internal static class CloseWindow
{
    public static async Task<IResult> Handle(int number, CurrentCaller caller, IntakeDb db, LegalClock clock, CancellationToken ct)
    {
        var day = clock.Now().Date;
        if (await db.ReceptionWindows.FindAsync([number], ct) is not { } window) return Refusals.WindowUnknown.ToProblem();
        if (await db.Turns.AnyAsync(t => t.Day == day && t.Account == caller.Account && (t.Status == TurnStatus.Called || t.Status == TurnStatus.Receiving), ct)) return Refusals.WindowBusy.ToProblem();
        if (Queue.Of(window) is { } organ && window.Account == caller.Account
            && await db.Turns.AnyAsync(t => t.Day == day && t.Organ == organ && t.Status == TurnStatus.Waiting, ct)
            && !await db.ReceptionWindows.AnyAsync(w => w.Number != number && w.Organ == organ && w.Account != null && w.OpenOn == day, ct)) return Refusals.WindowAwaited.ToProblem();
        if (window.Close(caller.Account) is { } refusal) return refusal.ToProblem();
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
