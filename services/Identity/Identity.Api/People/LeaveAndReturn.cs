using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Identity.Api.Accounts;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Identity.Api.People;

/// <summary>停用: POST /account/people/{account}/departure, by the system administrator. The duties go with it; what the person did stays under the name.</summary>
internal static class LeavePerson
{
    public static async Task<Results<Ok<PersonView>, ProblemHttpResult>> Handle(string account, CurrentCaller caller, IdentityDb db, TimeProvider time, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.OpenAsync(account, ct) is not { } person) return AccountRefusals.NotFound.ToProblem();
        if (person.Name == caller.Account) return AccountRefusals.Oneself.ToProblem();
        if (person.Disabled) return AccountRefusals.HasLeft.ToProblem();
        if (await db.RefusesLosingAsync(person, person.Duties, ct) is { } refusal) return refusal.ToProblem();

        var now = time.GetUtcNow();
        (person.Disabled, person.Duties) = (true, []);
        person.EndSessions(now);
        db.Note(person, AccountEventKind.Left, now, caller.Account);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(PersonView.Of(person));
    }
}

/// <summary>恢复: POST /account/people/{account}/return, by the system administrator. Without duties, and with a new password.</summary>
internal static class ReturnPerson
{
    public static async Task<Results<Ok<InvitationView>, ProblemHttpResult>> Handle(string account, CurrentCaller caller, IdentityDb db, TimeProvider time, CancellationToken ct)
    {
        if (await db.OpenAsync(account, ct) is not { } person) return AccountRefusals.NotFound.ToProblem();
        if (!person.Disabled) return AccountRefusals.NotLeft.ToProblem();

        var now = time.GetUtcNow();
        (person.Disabled, person.PasswordHash) = (false, null);
        var code = person.Invite(now);
        db.Note(person, AccountEventKind.Returned, now, caller.Account);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new InvitationView(code, person.Invitation!.Until));
    }
}
