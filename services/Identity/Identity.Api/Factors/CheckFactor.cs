using Microsoft.EntityFrameworkCore;
using Xinfang.Identity.Api.Accounts;
using Xinfang.Identity.Api.Keys;

namespace Xinfang.Identity.Api.Factors;

/// <summary>Checks the six digits, or a code on paper, of a person whose password was right. Five wrong ones lock for 15 minutes.</summary>
internal sealed class CheckFactor(IdentityDb db, Tries tries, Cipher cipher)
{
    /// <summary>Under which the tries are counted.</summary>
    public static string NameFor(string account) => $"factor of {account}";

    /// <param name="name">Of the account; it has a factor.</param>
    /// <param name="typed">Six digits, or a code on paper.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Tried> RunAsync(string name, string? typed, CancellationToken ct)
    {
        Account? account = null;
        var onPaper = false;
        return await tries.RunAsync(NameFor(name), async now =>
        {
            account = await db.Accounts.SingleOrDefaultAsync(a => a.Name == name && !a.Disabled, ct);
            if (account?.Factor is not { } factor) return false;
            return factor.Takes(cipher.Decrypt(factor.Secret), typed, now) || (onPaper = factor.TakesRecovery(typed));
        }, (outcome, now) =>
        {
            if (account is null) return;
            if (outcome is Tried.Locked) db.Note(account, AccountEventKind.Locked, now);
            if (onPaper) db.Note(account, AccountEventKind.RecoveryUsed, now);
        }, ct);
    }
}
