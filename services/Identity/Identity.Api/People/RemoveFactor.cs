using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Identity.Api.Accounts;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Identity.Api.People;

/// <summary>解除动态验证码: POST /account/people/{account}/second-factor/removal, by the security administrator, for a person whose telephone and codes are gone. The next sign-in sets a new one.</summary>
internal static class RemoveFactor
{
    public static async Task<Results<Ok<PersonView>, ProblemHttpResult>> Handle(string account, CurrentCaller caller, IdentityDb db, TimeProvider time, CancellationToken ct)
    {
        if (await db.OpenAsync(account, ct) is not { } person) return AccountRefusals.NotFound.ToProblem();
        if (person.Name == caller.Account) return AccountRefusals.Oneself.ToProblem();
        if (person.Factor is null) return AccountRefusals.NoSecondFactor.ToProblem();

        var now = time.GetUtcNow();
        person.Factor = null;
        person.EndSessions(now);
        db.Note(person, AccountEventKind.FactorReset, now, caller.Account);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(PersonView.Of(person));
    }
}
