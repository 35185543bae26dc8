using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Reception;

/// <summary>过号: POST /reception/turns/{id}/absence.</summary>
internal static class PassOver
{
    public static Task<IResult> Handle(Guid id, CurrentCaller caller, IntakeDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        return TurnActs.ActAsync(id, db, now, turn => turn.PassOver(caller.Account), ct);
    }
}
