using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Guidance;

/// <summary>上级指导记录: GET /guidance?year=&amp;status=&amp;after=&amp;limit=, the latest first, with what of the year's has been put right.</summary>
internal static class ListGuidance
{
    private sealed record Key(DateOnly On, Guid Id);

    /// <param name="ToRectify">Opinions of the year that ask for something.</param>
    /// <param name="InTime">Put right by the day that was set.</param>
    public sealed record Response(int Year, int ToRectify, int Rectified, int InTime, IReadOnlyList<GuidanceView> Items, string? Next);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct, int? year = null, GuidanceStatus? status = null, string? after = null, int? limit = null)
    {
        var today = clock.Now().Date;
        if (year is { } asked && !Years.Known(asked)) return Acting.Wrong("year", "年份不对。");
        if (status is { } wanted && !Enum.IsDefined(wanted)) return Acting.Wrong("status", "没有这个状态。");
        if (!Cursor.TryRead<Key>(after, out var last)) return Cursor.Invalid();
        var which = year ?? today.Year;
        var (from, until) = (new DateOnly(which, 1, 1), new DateOnly(which, 12, 31));
        var ofYear = db.Set<GuidanceEntry>().AsNoTracking().Where(each => each.On >= from && each.On <= until);
        var asks = await ofYear.Where(each => each.DueOn != null).GroupBy(each => each.Status == GuidanceStatus.Rectified).Select(group => new { Done = group.Key, Count = group.Count(), InTime = group.Count(each => each.RectifiedOn <= each.DueOn) }).ToListAsync(ct);

        var entries = status is null ? ofYear : ofYear.Where(each => each.Status == status);
        if (last is not null) entries = entries.Where(each => EF.Functions.LessThan(ValueTuple.Create(each.On, each.Id), ValueTuple.Create(last.On, last.Id)));
        var most = Cursor.Limit(limit);
        var rows = await entries.OrderByDescending(each => each.On).ThenByDescending(each => each.Id).Take(most + 1).ToListAsync(ct);
        var page = Page<GuidanceEntry>.Of(rows, most, each => new Key(each.On, each.Id));
        return TypedResults.Ok(new Response(which, asks.Sum(each => each.Count), asks.Where(each => each.Done).Sum(each => each.Count), asks.Where(each => each.Done).Sum(each => each.InTime),
            [.. page.Items.Select(each => GuidanceView.Of(each, caller, today))], page.Next));
    }
}
