using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Desk;

/// <summary>Who has a petition open.</summary>
/// <param name="Mine">The caller has.</param>
internal sealed record HoldView(string Account, DateTimeOffset Since, DateTimeOffset Until, bool Mine)
{
    public static HoldView? Of(Hold? hold, string account, DateTimeOffset now) =>
        hold is not null && now < hold.Until ? new(hold.Account, hold.Since, hold.Until, hold.Account == account) : null;
}

/// <summary>What the acts of the desk ask before they decide.</summary>
internal static class Holding
{
    /// <summary>Why the caller may not act on the petition now: a colleague is at it.</summary>
    public static async Task<Refusal?> HeldByAnotherAsync(this IntakeDb db, Guid petition, CurrentCaller caller, DateTimeOffset now, CancellationToken ct) =>
        (await db.Holds.AsNoTracking().FirstOrDefaultAsync(h => h.PetitionId == new PetitionId(petition), ct))?.Refuses(caller.Account, now);

    /// <summary>It has left the desk.</summary>
    public static Task LetGoAsync(this IntakeDb db, Guid petition, CancellationToken ct) => db.Holds.Where(h => h.PetitionId == new PetitionId(petition)).ExecuteDeleteAsync(ct);
}
