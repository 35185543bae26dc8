using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Publishing;

/// <summary>公开日历: GET /governance/publishing?year=&amp;after=&amp;limit=, in the order of the terms.</summary>
internal static class ListPublishing
{
    private sealed record Key(DateOnly DueOn, Guid Id);

    public static async Task<Results<Ok<Page<PublishingView>>, ProblemHttpResult>> Handle(CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct, int? year = null, string? after = null, int? limit = null)
    {
        var today = clock.Now().Date;
        if (year is { } asked && !Sane.Year(asked)) return Acting.Wrong("year", "年份不对。");
        if (!Cursor.TryRead<Key>(after, out var last)) return Cursor.Invalid();
        var which = year ?? today.Year;
        var items = db.Set<PublishingItem>().AsNoTracking().Where(each => each.Year == which);
        if (last is not null) items = items.Where(each => EF.Functions.GreaterThan(ValueTuple.Create(each.DueOn, each.Id), ValueTuple.Create(last.DueOn, last.Id)));
        var most = Cursor.Limit(limit);
        var rows = await items.OrderBy(each => each.DueOn).ThenBy(each => each.Id).Take(most + 1).ToListAsync(ct);
        return TypedResults.Ok(Page<PublishingView>.Of([.. rows.Select(each => PublishingView.Of(each, caller, today))], most, each => new Key(each.DueOn, each.Id)));
    }
}
