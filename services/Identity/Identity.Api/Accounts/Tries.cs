using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;

namespace Xinfang.Identity.Api.Accounts;

/// <summary>What a try came to.</summary>
internal abstract record Tried
{
    /// <param name="WasLocked">A lock had run out.</param>
    public sealed record Right(bool WasLocked) : Tried;

    /// <summary>So many tries are left.</summary>
    public sealed record Wrong(int Left) : Tried;

    /// <param name="Just">By this try.</param>
    public sealed record Locked(DateTimeOffset Until, bool Just) : Tried;
}

/// <summary>Tries under one name, serialised by the database, so that five wrong ones lock however many arrive at once.</summary>
internal sealed class Tries(IdentityDb db, TimeProvider time)
{
    /// <param name="name">What is guessed at: the typed name, or a secret's own.</param>
    /// <param name="check">Whether the try is right; may change what is saved with it.</param>
    /// <param name="then">Records what came of it, saved in the same transaction.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Tried> RunAsync(string name, Func<DateTimeOffset, Task<bool>> check, Action<Tried, DateTimeOffset> then, CancellationToken ct)
    {
        var hash = Attempt.HashOf(name);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var turn = BinaryPrimitives.ReadInt64LittleEndian(hash);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({turn})", ct);

        var now = time.GetUtcNow();
        var attempt = await db.Attempts.SingleOrDefaultAsync(a => a.NameHash == hash, ct);
        if (attempt is { LockedUntil: { } until } && attempt.IsLockedAt(now)) return new Tried.Locked(until, Just: false);

        Tried tried = await check(now) ? Forget(attempt) : Count(attempt ?? db.Attempts.Add(new Attempt { NameHash = hash }).Entity, now);
        then(tried, now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return tried;
    }

    private Tried.Right Forget(Attempt? attempt)
    {
        if (attempt is not null) db.Attempts.Remove(attempt);
        return new(attempt?.LockedUntil is not null);
    }

    private static Tried Count(Attempt attempt, DateTimeOffset now) =>
        attempt.Fail(now) ? new Tried.Locked(attempt.LockedUntil!.Value, Just: true) : new Tried.Wrong(Attempt.Allowed - attempt.Failures);
}
