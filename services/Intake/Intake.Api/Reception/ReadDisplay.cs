using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.Law;

namespace Xinfang.Intake.Api.Reception;

/// <summary>叫号屏: GET /reception/display, for the screen in the hall and for everybody: numbers and windows, nothing of a person.</summary>
internal static class ReadDisplay
{
    private const int Shown = 8;

    public sealed record Line(string Label, int Window);

    /// <param name="Called">Newest first.</param>
    public sealed record Response(DateOnly Day, IReadOnlyList<Line> Called, int Waiting, int OpenWindows);

    public static async Task<IResult> Handle(HttpContext http, IntakeDb db, LegalClock clock, CancellationToken ct)
    {
        var day = clock.Now().Date;
        var today = db.Turns.AsNoTracking().IgnoreAutoIncludes().Where(t => t.Day == day);
        var called = await today.Where(t => (t.Status == TurnStatus.Called || t.Status == TurnStatus.Receiving) && t.Window != null)
            .OrderByDescending(t => t.CalledAt).Take(Shown).Select(t => new { t.Number, t.Window }).ToListAsync(ct);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Response(day, called.ConvertAll(t => new Line(TurnView.LabelOf(t.Number), t.Window!.Value)),
            await today.CountAsync(t => t.Status == TurnStatus.Waiting, ct), await db.ReceptionWindows.CountAsync(w => w.Account != null && w.OpenOn == day, ct)));
    }
}
