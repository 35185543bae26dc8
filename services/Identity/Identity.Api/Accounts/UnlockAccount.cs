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
        if (await db.Accounts.FindAsync([name], ct) is not { } account) return AccountRefusals.NotFound.ToProblem();

        byte[][] hashes = [Attempt.HashOf(name), Attempt.HashOf(Factors.CheckFactor.NameFor(name)), Attempt.HashOf(SignIn.FirstPassword.NameFor(name))];
        var locked = await db.Attempts.Where(a => hashes.Contains(a.NameHash) && a.LockedUntil != null).ToListAsync(ct);
        if (locked.Count == 0) return Problems.Of("account.not-locked", "这个工号没有锁定。", StatusCodes.Status409Conflict);

        db.Attempts.RemoveRange(locked);
        db.Note(account, AccountEventKind.Unlocked, time.GetUtcNow(), caller.Account);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
