using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Reception;

/// <summary>开始接待: POST /reception/turns/{id}/start.</summary>
internal static class ReceiveTurn
{
    public static Task<IResult> Handle(Guid id, CurrentCaller caller, IntakeDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        return TurnActs.ActAsync(id, db, now, turn => turn.Receive(caller.Account, now), ct);
    }
}
