using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;

namespace Xinfang.Outreach.Api.Knowing;

/// <summary>街道、内容分类和月份: GET /heat?from=2026-01-01&amp;months=3. As last counted.</summary>
internal static class ReadHeat
{
    public static async Task<Results<Ok<IReadOnlyList<Cell>>, ProblemHttpResult>> Handle(OutreachDb db, LegalClock clock, CancellationToken ct, DateOnly? from = null, int? months = null)
    {
        if (months is < 1 or > 12) return Acting.Wrong("months", "月数在1到12之间。");
        if (from is { } asked && !Years.Known(asked.Year)) return Acting.Wrong("from", "日期不对。");
        var today = clock.Now().Date;
        var first = from is { } day ? new DateOnly(day.Year, day.Month, 1) : new DateOnly(today.Year, today.Month, 1).AddMonths(1 - (months ?? Recommending.Window));
        return TypedResults.Ok(await HeatMap.ReadAsync(db, first, first.AddMonths(months ?? Recommending.Window), ct));
    }
}
