using System.Buffers.Binary;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Xinfang.Identity.Api.Accounts;

/// <summary>What a sign-in came to.</summary>
internal abstract record PasswordChecked
{
    public sealed record Right(Account Account) : PasswordChecked;

    /// <summary>Wrong name or wrong password; so many tries are left.</summary>
    public sealed record Wrong(int Left) : PasswordChecked;

    public sealed record Locked(DateTimeOffset Until) : PasswordChecked;
}

/// <summary>
/// Checks name and password. Tries under one name are serialised by the database, so five wrong ones lock however many arrive at once;
/// answer and time are the same for a name nobody has.
/// </summary>
internal sealed partial class CheckPassword(IdentityDb db, IPasswordHasher<Account> hasher, TimeProvider time, ILogger<CheckPassword> log)
{
    // Verified against when there is no such account, so that it takes as long.
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(null!, Guid.CreateVersion7().ToString());

    public async Task<PasswordChecked> RunAsync(string? typedName, string? password, CancellationToken ct)
    {
        var name = Account.Normalise(typedName);
        var hash = Attempt.HashOf(name);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var turn = BinaryPrimitives.ReadInt64LittleEndian(hash);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({turn})", ct);

        var now = time.GetUtcNow();
        var attempt = await db.Attempts.SingleOrDefaultAsync(a => a.NameHash == hash, ct);
        if (attempt is { LockedUntil: { } until } && attempt.IsLockedAt(now)) return new PasswordChecked.Locked(until);

        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Name == name && !a.Disabled, ct);
        var result = Verify(account, password)
            ? Succeed(account!, attempt, now)
            : Fail(account, attempt ?? db.Attempts.Add(new Attempt { NameHash = hash }).Entity, now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return result;
    }

    private bool Verify(Account? account, string? password)
        => hasher.VerifyHashedPassword(account!, account?.PasswordHash ?? NobodysHash, password ?? "") != PasswordVerificationResult.Failed
           && account is not null;

    private PasswordChecked.Right Succeed(Account account, Attempt? attempt, DateTimeOffset now)
    {
        if (attempt is not null) db.Attempts.Remove(attempt);
        // The lock ran out by itself; it is recorded when somebody gets in again.
        if (attempt?.LockedUntil is not null) Record(account, AccountEventKind.Unlocked, now);
        Record(account, AccountEventKind.SignedIn, now);
        return new PasswordChecked.Right(account);
    }

    private PasswordChecked Fail(Account? account, Attempt attempt, DateTimeOffset now)
    {
        if (!attempt.Fail(now)) return new PasswordChecked.Wrong(Attempt.Allowed - attempt.Failures);
        if (account is not null)
        {
            Record(account, AccountEventKind.Locked, now);
            LogLocked(account.Name);
        }
        return new PasswordChecked.Locked(attempt.LockedUntil!.Value);
    }

    private void Record(Account account, AccountEventKind what, DateTimeOffset now)
        => db.AccountEvents.Add(new AccountEvent { Account = account.Name, What = what, At = now });

    [LoggerMessage(Level = LogLevel.Warning, Message = "Account {Account} is locked after too many wrong passwords")]
    private partial void LogLocked(string account);
}
