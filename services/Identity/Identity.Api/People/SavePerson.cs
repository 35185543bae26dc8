using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Identity.Api.Accounts;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Identity.Api.People;

/// <summary>
/// 登记、改人员: PUT /account/people/{account}, by the system administrator. A new person has no duty until the security administrator gives one, and sets the password
/// with the code in the answer, which is shown once.
/// </summary>
internal static partial class SavePerson
{
    public sealed record Request(
        [property: Required(ErrorMessage = "请写姓名。"), StringLength(40, ErrorMessage = "姓名最多40个字。")] string? DisplayName = null,
        [property: Required(ErrorMessage = "请选单位。"), StringLength(32, ErrorMessage = "单位代码最多32个字符。")] string? Organ = null);

    /// <param name="InvitationCode">Of a new person.</param>
    public sealed record Response(PersonView Person, string? InvitationCode);

    public static async Task<Results<Created<Response>, Ok<Response>, ProblemHttpResult>> Handle(
        string account, Request request, CurrentCaller caller, IdentityDb db, TimeProvider time, CancellationToken ct)
    {
        var (name, displayName, organ, now) = (Account.Normalise(account), request.DisplayName!.Trim(), request.Organ!, time.GetUtcNow());
        if (!IsName(name)) return AccountRefusals.NameMalformed.ToProblem();
        if (!DutyRules.HasPeople(organ)) return AccountRefusals.UnknownOrgan.ToProblem();
        if (name == caller.Account) return AccountRefusals.Oneself.ToProblem();

        if (await db.Accounts.SingleOrDefaultAsync(a => a.Name == name, ct) is { } known)
        {
            if (known.Organ != organ && known.Duties.Length > 0) return AccountRefusals.OrganChanged.ToProblem();
            (known.DisplayName, known.Organ) = (displayName, organ);
            db.Note(known, AccountEventKind.Changed, now, caller.Account, organ);
            await db.SaveChangesAsync(ct);
            return TypedResults.Ok(new Response(PersonView.Of(known), null));
        }
        var person = new Account { Name = name, DisplayName = displayName, Organ = organ, Duties = [] };
        var code = person.Invite(now);
        db.Add(person);
        db.Note(person, AccountEventKind.Registered, now, caller.Account, organ);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/account/people/{name}", new Response(PersonView.Of(person), code));
    }

    /// <summary>Whether it can be a 工号: it stands in addresses and records.</summary>
    public static bool IsName(string name) => Name().IsMatch(name);

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{1,63}$")]
    private static partial Regex Name();
}
