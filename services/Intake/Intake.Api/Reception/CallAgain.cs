using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Reception;

/// <summary>再叫一遍: POST /reception/turns/{id}/call.</summary>
internal static class CallAgain
{
    public static Task<IResult> Handle(Guid id, CurrentCaller caller, IntakeDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        return TurnActs.ActAsync(id, db, now, turn => turn.Status is TurnStatus.Called ? turn.Call(turn.Window!.Value, caller.Account, now) : Refusals.TurnNotCalled, ct);
    }
}
