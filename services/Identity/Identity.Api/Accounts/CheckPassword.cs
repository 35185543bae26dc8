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

/// <summary>Checks name and password. Answer and time are the same for a name nobody has, and for one who has not set a password yet.</summary>
internal sealed partial class CheckPassword(IdentityDb db, Tries tries, IPasswordHasher<Account> hasher, ILogger<CheckPassword> log)
{
    // Verified against when there is no such account, so that it takes as long.
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(null!, Guid.CreateVersion7().ToString());

    public async Task<PasswordChecked> RunAsync(string? typedName, string? password, CancellationToken ct)
    {
        var name = Account.Normalise(typedName);
        Account? account = null;
        var tried = await tries.RunAsync(name, async _ =>
        {
            account = await db.Accounts.SingleOrDefaultAsync(a => a.Name == name && !a.Disabled, ct);
            return Verify(account, password);
        }, (outcome, now) => Record(account, outcome, now), ct);
        return tried switch
        {
            Tried.Right => new PasswordChecked.Right(account!),
            Tried.Wrong wrong => new PasswordChecked.Wrong(wrong.Left),
            Tried.Locked locked => new PasswordChecked.Locked(locked.Until),
            _ => throw new InvalidOperationException("Unknown outcome of a try."),
        };
    }

    private bool Verify(Account? account, string? password)
        => hasher.VerifyHashedPassword(account!, account?.PasswordHash ?? NobodysHash, password ?? "") != PasswordVerificationResult.Failed
           && account?.PasswordHash is not null;

    private void Record(Account? account, Tried outcome, DateTimeOffset now)
    {
        if (account is null) return;
        // A lock runs out by itself; it is recorded when somebody gets in again.
        if (outcome is Tried.Right { WasLocked: true }) db.Note(account, AccountEventKind.Unlocked, now);
        if (outcome is not Tried.Locked) return;
        db.Note(account, AccountEventKind.Locked, now);
        LogLocked(account.Name);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Account {Account} is locked after too many wrong passwords")]
    private partial void LogLocked(string account);
}
