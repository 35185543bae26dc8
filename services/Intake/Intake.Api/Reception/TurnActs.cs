using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Intake.Api.Reception;

/// <summary>What all acts on a turn have in common.</summary>
internal static class TurnActs
{
    /// <summary>Loads, lets the domain decide, saves and answers with the turn. Two at once: the version of the row decides.</summary>
    public static async Task<IResult> ActAsync(Guid id, IntakeDb db, Moment now, Func<Turn, Refusal?> decide, CancellationToken ct)
    {
        if (await db.Turns.FindAsync([id], ct) is not { } turn) return Refusals.TurnUnknown.ToProblem();
        if (decide(turn) is { } refusal) return refusal.ToProblem();
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(TurnView.Of(turn, now.At));
    }
}
