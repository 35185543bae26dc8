using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Mechanisms;

/// <summary>一项制度机制: GET /governance/mechanisms/{id}.</summary>
internal static class GetMechanism
{
    public static async Task<Results<Ok<MechanismView>, ProblemHttpResult>> Handle(Guid id, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct) =>
        await db.Set<Mechanism>().AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, ct) is { } found ? TypedResults.Ok(MechanismView.Of(found, caller, clock.Now().Date)) : Readers.NotFound();
}
