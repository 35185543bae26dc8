using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Intake.Api.Reception;

/// <summary>Who is called when: those with priority first, then by waiting. A window calls whoever waits for its organ.</summary>
internal static class Queue
{
    /// <summary>The next one for a window, locked for this transaction; null where nobody waits.</summary>
    public static Task<Turn?> NextAsync(IntakeDb db, DateOnly day, string? organ, CancellationToken ct) => db.Turns.FromSql($"""
        select *, xmin from turn where day = {day} and status = 'Waiting' and organ is not distinct from {organ}
        order by priority desc, queued_at, number limit 1 for update skip locked
        """).SingleOrDefaultAsync(ct);

    /// <summary>How many are called before this one.</summary>
    public static Task<int> AheadAsync(IntakeDb db, Turn turn, CancellationToken ct) => turn.Status is not TurnStatus.Waiting ? Task.FromResult(0)
        : db.Turns.CountAsync(other => other.Day == turn.Day && other.Status == TurnStatus.Waiting && other.Organ == turn.Organ
            && (turn.Priority ? other.Priority && other.QueuedAt < turn.QueuedAt : other.Priority || other.QueuedAt < turn.QueuedAt), ct);

    /// <summary>The organ that people at this window wait for: null for the office.</summary>
    public static string? Of(ReceptionWindow window) => window.Organ == Organs.Office ? null : window.Organ;
}
