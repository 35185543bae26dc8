using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Identity.Api.Accounts;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Identity.Api.People;

/// <summary>账号记录: GET /account/events?account=&amp;what=&amp;after=&amp;limit=, by the auditor, the newest first; kept for 190 days.</summary>
internal static class ListEvents
{
    /// <param name="Text">What happened, for people.</param>
    /// <param name="By">Who did it; null: the person, or time.</param>
    /// <param name="Detail">Codes: duties, organ.</param>
    public sealed record Row(long Position, string Account, AccountEventKind What, string Text, DateTimeOffset At, string? By, string? Detail);

    public static async Task<Results<Ok<Page<Row>>, ProblemHttpResult>> Handle(
        IdentityDb db, CancellationToken ct, string? account = null, AccountEventKind? what = null, string? after = null, int? limit = null)
    {
        if (!Cursor.TryRead<long?>(after, out var last)) return Cursor.Invalid();
        var size = Cursor.Limit(limit);
        var asked = db.AccountEvents.AsNoTracking();
        if (account is not null)
        {
            var name = Account.Normalise(account);
            asked = asked.Where(e => e.Account == name);
        }
        if (what is not null) asked = asked.Where(e => e.What == what);
        if (last is { } position) asked = asked.Where(e => e.Position < position);
        var page = Page<AccountEvent>.Of(await asked.OrderByDescending(e => e.Position).Take(size + 1).ToListAsync(ct), size, e => e.Position);
        return TypedResults.Ok(new Page<Row>([.. page.Items.Select(e => new Row(e.Position, e.Account, e.What, AccountWords.Of(e.What), e.At, e.By, e.Detail))], page.Next));
    }
}
