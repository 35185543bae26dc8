using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Reception;

/// <summary>转到别的窗口: POST /reception/turns/{id}/referral. Empty for a window of the office; another organ must have one open today, or nobody would call them.</summary>
internal static class ReferTurn
{
    public sealed record Request(string? Organ = null);

    public static async Task<IResult> Handle(Guid id, Request request, CurrentCaller caller, IntakeDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        var organ = string.IsNullOrEmpty(request.Organ) || request.Organ == Organs.Office ? null : request.Organ;
        if (organ is not null && Organs.Find(organ) is null) return Refusals.UnknownOrgan.ToProblem();
        var open = organ is null || await db.ReceptionWindows.AnyAsync(w => w.Organ == organ && w.Account != null && w.OpenOn == now.Date, ct);
        return await TurnActs.ActAsync(id, db, now, turn => open ? turn.Refer(organ, caller.Account) : Refusals.WindowNotOpen, ct);
    }
}
