using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Identity.Api.Accounts;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Identity.Api.People;

/// <summary>人员: GET /account/people?organ=&amp;duty=&amp;left=&amp;after=&amp;limit=, by 工号.</summary>
internal static class ListPeople
{
    public static async Task<Results<Ok<Page<PersonView>>, ProblemHttpResult>> Handle(
        IdentityDb db, CancellationToken ct, string? organ = null, string? duty = null, bool? left = null, string? after = null, int? limit = null)
    {
        if (!Cursor.TryRead<string>(after, out var last)) return Cursor.Invalid();
        var size = Cursor.Limit(limit);
        var asked = db.Accounts.AsNoTracking();
        if (organ is not null) asked = asked.Where(a => a.Organ == organ);
        if (duty is not null) asked = asked.Where(a => a.Duties.Contains(duty));
        if (left is { } gone) asked = asked.Where(a => a.Disabled == gone);
        if (last is not null) asked = asked.Where(a => EF.Functions.GreaterThan(ValueTuple.Create(a.Name), ValueTuple.Create(last)));
        var page = Page<Account>.Of(await asked.OrderBy(a => a.Name).Take(size + 1).ToListAsync(ct), size, a => a.Name);
        return TypedResults.Ok(new Page<PersonView>([.. page.Items.Select(PersonView.Of)], page.Next));
    }
}
