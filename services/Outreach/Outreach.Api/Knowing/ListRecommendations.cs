using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Knowing;

/// <summary>普法建议: GET /recommendations?status=&amp;after=&amp;limit=, the latest first.</summary>
internal static class ListRecommendations
{
    private sealed record Key(DateOnly Until, Guid Id);

    public static async Task<Results<Ok<Page<RecommendationView>>, ProblemHttpResult>> Handle(
        CurrentCaller caller, OutreachDb db, CancellationToken ct, RecommendationStatus? status = null, string? after = null, int? limit = null)
    {
        if (status is { } asked && !Enum.IsDefined(asked)) return Acting.Wrong("status", "没有这个状态。");
        if (!Cursor.TryRead<Key>(after, out var last)) return Cursor.Invalid();
        var found = db.Set<Recommendation>().AsNoTracking();
        if (status is not null) found = found.Where(each => each.Status == status);
        if (last is not null) found = found.Where(each => each.WindowUntil < last.Until || (each.WindowUntil == last.Until && each.Id < last.Id));
        var most = Cursor.Limit(limit);
        var rows = await found.OrderByDescending(each => each.WindowUntil).ThenByDescending(each => each.Id).Take(most + 1).ToListAsync(ct);
        var page = Page<Recommendation>.Of(rows, most, each => new Key(each.WindowUntil, each.Id));
        return TypedResults.Ok(new Page<RecommendationView>([.. page.Items.Select(each => RecommendationView.Of(each, caller))], page.Next));
    }
}
