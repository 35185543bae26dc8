using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.Outreach.Api.Activities;

namespace Xinfang.Outreach.Api.Knowing;

/// <summary>活动前后: GET /activities/{id}/effect?months=3.</summary>
internal static class MeasureActivity
{
    public static async Task<Results<Ok<EffectView>, ProblemHttpResult>> Handle(Guid id, OutreachDb db, LegalClock clock, CancellationToken ct, int? months = null)
    {
        if (months is < 1 or > 12) return Acting.Wrong("months", "月数在1到12之间。");
        if (await db.ActivityAsync(id, ct) is not { } activity) return Readers.NotFound();
        return TypedResults.Ok(await EffectView.OfAsync(db, [activity], activity.Topic, months ?? EffectView.Months, clock.Now().Date, ct));
    }
}
