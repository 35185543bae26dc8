using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;

namespace Xinfang.Outreach.Api.Activities;

/// <summary>年度视图: GET /activities/year?year=. Drafts and what was cancelled are no activities.</summary>
internal static class ReadYear
{
    public static async Task<Results<Ok<YearView>, ProblemHttpResult>> Handle(OutreachDb db, LegalClock clock, CancellationToken ct, int? year = null)
    {
        var which = year ?? clock.Now().Date.Year;
        if (!Years.Known(which)) return Acting.Wrong("year", "年份不对。");
        var (from, until) = (new DateOnly(which, 1, 1), new DateOnly(which, 12, 31));
        var rows = await db.Set<Activity>().AsNoTracking()
            .Where(each => each.On >= from && each.On <= until && each.Status != ActivityStatus.Draft && each.Status != ActivityStatus.Cancelled)
            .Select(each => new { On = each.HeldOn ?? each.On!.Value, each.Street, each.Forms, each.Audiences, each.Status }).ToListAsync(ct);
        return TypedResults.Ok(YearView.Of(which, [.. rows.Select(each => new YearFact(each.On, each.Street, each.Forms, each.Audiences, each.Status is not ActivityStatus.Planned))]));
    }
}
