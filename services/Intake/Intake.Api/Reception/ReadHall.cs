using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Reception;

/// <summary>接访大厅: GET /reception: the windows, one's own turn and who waits, fifty of them.</summary>
internal static class ReadHall
{
    private const int Shown = 50;

    /// <param name="Window">The caller's own; null where none is open.</param>
    /// <param name="Current">Who is called to it or received there.</param>
    /// <param name="Waiting">Those who wait, in the order in which they will be called: the office sees all, an organ who waits for it.</param>
    /// <param name="Absent">过号, newest first.</param>
    public sealed record Response(
        DateOnly Day, int? Window, TurnView? Current, IReadOnlyList<WindowView> Windows, int WaitingCount, IReadOnlyList<TurnView> Waiting, IReadOnlyList<TurnView> Absent, int Taken, int Received);

    public static async Task<IResult> Handle(CurrentCaller caller, IntakeDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        var today = db.Turns.AsNoTracking().Where(t => t.Day == now.Date);
        var windows = (await db.ReceptionWindows.AsNoTracking().Where(w => w.Account != null && w.OpenOn == now.Date).OrderBy(w => w.Number).ToListAsync(ct));
        var busy = await today.Where(t => t.Status == TurnStatus.Called || t.Status == TurnStatus.Receiving).ToListAsync(ct);
        var organ = caller.Organ == Organs.Office ? null : caller.Organ;
        var waiting = today.Where(t => t.Status == TurnStatus.Waiting && (organ == null || t.Organ == organ));
        var shown = await waiting.OrderByDescending(t => t.Priority).ThenBy(t => t.QueuedAt).ThenBy(t => t.Number).Take(Shown).ToListAsync(ct);
        var absent = await today.Where(t => t.Status == TurnStatus.Absent).OrderByDescending(t => t.CalledAt).Take(Shown).ToListAsync(ct);
        var counts = await today.GroupBy(_ => 1).Select(all => new { Taken = all.Count(), Received = all.Count(t => t.ReceivedAt != null) }).SingleOrDefaultAsync(ct);
        var mine = windows.Find(w => w.Account == caller.Account)?.Number;
        return TypedResults.Ok(new Response(
            now.Date, mine, busy.Find(t => t.Account == caller.Account) is { } current ? TurnView.Of(current, now.At) : null,
            windows.ConvertAll(w => new WindowView(w.Number, OrganView.Of(w.Organ), w.Account!, w.Number == mine, busy.Find(t => t.Window == w.Number) is { } at ? TurnView.LabelOf(at.Number) : null)),
            await waiting.CountAsync(ct), shown.ConvertAll(t => TurnView.Of(t, now.At)), absent.ConvertAll(t => TurnView.Of(t, now.At)), counts?.Taken ?? 0, counts?.Received ?? 0));
    }
}
