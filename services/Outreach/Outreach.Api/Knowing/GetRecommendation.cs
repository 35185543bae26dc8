using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Knowing;

/// <summary>普法建议: GET /recommendations/{id}.</summary>
internal static class GetRecommendation
{
    public static async Task<Results<Ok<RecommendationView>, ProblemHttpResult>> Handle(Guid id, CurrentCaller caller, OutreachDb db, CancellationToken ct) =>
        await db.RecommendationAsync(id, ct) is { } found ? TypedResults.Ok(RecommendationView.Of(found, caller)) : Readers.NotFound();
}
