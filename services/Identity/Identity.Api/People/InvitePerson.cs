using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Identity.Api.Accounts;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Identity.Api.People;

/// <summary>发邀请码: POST /account/people/{account}/invitation, by the system administrator, for a person without a password or who has forgotten it. The second factor stays: who has one still needs it.</summary>
internal static class InvitePerson
{
    public static async Task<Results<Ok<InvitationView>, ProblemHttpResult>> Handle(string account, CurrentCaller caller, IdentityDb db, TimeProvider time, CancellationToken ct)
    {
        if (await db.OpenAsync(account, ct) is not { } person) return AccountRefusals.NotFound.ToProblem();
        if (person.Name == caller.Account) return AccountRefusals.Oneself.ToProblem();
        if (person.Disabled) return AccountRefusals.HasLeft.ToProblem();

        var now = time.GetUtcNow();
        var code = person.Invite(now);
        db.Note(person, AccountEventKind.Invited, now, caller.Account);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new InvitationView(code, person.Invitation!.Until));
    }
}
