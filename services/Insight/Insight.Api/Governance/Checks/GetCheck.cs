using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Checks;

/// <summary>一项合规检查: GET /governance/checks/{id}.</summary>
internal static class GetCheck
{
    public static async Task<Results<Ok<CheckView>, ProblemHttpResult>> Handle(Guid id, CurrentCaller caller, InsightDb db, CancellationToken ct) =>
        await db.Set<ComplianceCheck>().AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, ct) is { } found ? TypedResults.Ok(CheckView.Of(found, caller)) : Readers.NotFound();
}
