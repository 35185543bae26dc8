using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Guidance;

/// <summary>上级指导的一条: GET /guidance/{id}.</summary>
internal static class GetGuidance
{
    public static async Task<Results<Ok<GuidanceView>, ProblemHttpResult>> Handle(Guid id, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct) =>
        await db.Set<GuidanceEntry>().AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, ct) is { } entry ? TypedResults.Ok(GuidanceView.Of(entry, caller, clock.Now().Date)) : Readers.NotFound();
}
