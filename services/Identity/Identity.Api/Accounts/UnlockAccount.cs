using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Identity.Api.Accounts;

/// <summary>解锁: POST /account/unlocks, by the security administrator, before the 15 minutes are over.</summary>
internal static class UnlockAccount
{
    public sealed record Request([property: Required, MaxLength(Account.LongestName)] string Account);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Request request, CurrentCaller caller, IdentityDb db, TimeProvider time, CancellationToken ct)
    {
        var name = Account.Normalise(request.Account);
        if (!await db.Accounts.AnyAsync(a => a.Name == name, ct))
            return Problems.Of("account.not-found", "没有这个工号。", StatusCodes.Status404NotFound);

        var hash = Attempt.HashOf(name);
        if (await db.Attempts.SingleOrDefaultAsync(a => a.NameHash == hash, ct) is not { LockedUntil: not null } attempt)
            return Problems.Of("account.not-locked", "这个工号没有锁定。", StatusCodes.Status409Conflict);

        db.Attempts.Remove(attempt);
        db.AccountEvents.Add(new AccountEvent { Account = name, What = AccountEventKind.Unlocked, At = time.GetUtcNow(), By = caller.Account });
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
