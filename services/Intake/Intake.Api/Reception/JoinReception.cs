using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Reception;

/// <summary>联合接访: POST /reception/turns/{id}/company, by the officer who sits down with them, or by the receiver for one who has no account here (art. 18).</summary>
internal static class JoinReception
{
    /// <param name="Organ">Null for the caller's own.</param>
    public sealed record Request(string? Organ = null);

    public static Task<IResult> Handle(Guid id, Request request, CurrentCaller caller, IntakeDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        var organ = string.IsNullOrEmpty(request.Organ) ? caller.Organ : request.Organ;
        return TurnActs.ActAsync(id, db, now, turn => Organs.Find(organ) is null || (organ != caller.Organ && turn.Account != caller.Account) ? Refusals.UnknownOrgan : turn.Join(organ, caller.Account, now), ct);
    }
}
