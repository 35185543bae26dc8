using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Activities;

/// <summary>活动: GET /activities/{id}, with the version for an amendment (ETag).</summary>
internal static class GetActivity
{
    public static async Task<Results<Ok<ActivityView>, ProblemHttpResult>> Handle(Guid id, HttpResponse response, CurrentCaller caller, OutreachDb db, CancellationToken ct)
    {
        if (await db.ActivityAsync(id, ct) is not { } activity) return Readers.NotFound();
        response.SetETag(db.VersionOf(activity));
        return TypedResults.Ok(await ActivityView.OfAsync(db, activity, caller, ct));
    }
}
