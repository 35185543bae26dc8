using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Identity.Api.Accounts;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Identity.Api.People;

/// <summary>一名人员: GET /account/people/{account}, with the duties that the organ's people can be given.</summary>
internal static class ReadPerson
{
    public sealed record Response(PersonView Person, IReadOnlyList<string> OpenDuties);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(string account, IdentityDb db, CancellationToken ct)
    {
        var name = Account.Normalise(account);
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Name == name, ct) is { } found
            ? TypedResults.Ok(new Response(PersonView.Of(found), DutyRules.OpenTo(found.Organ)))
            : AccountRefusals.NotFound.ToProblem();
    }
}
