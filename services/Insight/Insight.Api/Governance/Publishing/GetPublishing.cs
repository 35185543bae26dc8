using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Publishing;

/// <summary>一项公开事项: GET /governance/publishing/{id}.</summary>
internal static class GetPublishing
{
    public static async Task<Results<Ok<PublishingView>, ProblemHttpResult>> Handle(Guid id, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct) =>
        await db.Set<PublishingItem>().AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, ct) is { } found ? TypedResults.Ok(PublishingView.Of(found, caller, clock.Now().Date)) : Readers.NotFound();
}
