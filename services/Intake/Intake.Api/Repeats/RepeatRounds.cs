using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Repeats;

/// <summary>第几次 a matter comes.</summary>
internal static class RepeatRounds
{
    /// <summary>1, or what it has as a confirmed repeat.</summary>
    /// <param name="besides">A link that is about to be undone.</param>
    public static async Task<int> RepeatRoundAsync(this IntakeDb db, PetitionId petition, CancellationToken ct, Guid? besides = null) =>
        await db.RepeatLinks.Where(l => l.PetitionId == petition && l.Kind == RepeatKind.Repeat && l.UndoneAt == null && l.Id != besides).MaxAsync(l => (int?)l.Round, ct) ?? 1;

    /// <summary>As an event tells it: null where it repeats nothing.</summary>
    public static async Task<int?> ConfirmedRoundAsync(this IntakeDb db, PetitionId petition, CancellationToken ct) =>
        await db.RepeatRoundAsync(petition, ct) is var round and > 1 ? round : null;
}
