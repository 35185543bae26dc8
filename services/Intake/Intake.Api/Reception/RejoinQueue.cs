using Xinfang.Law;

namespace Xinfang.Intake.Api.Reception;

/// <summary>重新排队: POST /reception/turns/{id}/return.</summary>
internal static class RejoinQueue
{
    public static Task<IResult> Handle(Guid id, IntakeDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        return TurnActs.ActAsync(id, db, now, turn => turn.Rejoin(now), ct);
    }
}
