using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Identity.Api.Accounts;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Identity.Api.People;

/// <summary>强制退出: POST /account/people/{account}/sessions/end, by the security administrator. Whoever is signed in with the account must sign in again; a token already given is good for half an hour at most.</summary>
internal static class EndSessions
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(string account, CurrentCaller caller, IdentityDb db, TimeProvider time, CancellationToken ct)
    {
        if (await db.OpenAsync(account, ct) is not { } person) return AccountRefusals.NotFound.ToProblem();

        var now = time.GetUtcNow();
        person.EndSessions(now);
        db.Note(person, AccountEventKind.SessionsEnded, now, caller.Account);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
