using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Duties;

/// <summary>清单的一项: GET /duties/{id}, with its activities and the version for an amendment (ETag).</summary>
internal static class GetDuty
{
    public static async Task<Results<Ok<DutyView>, ProblemHttpResult>> Handle(Guid id, HttpResponse response, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.DutyAsync(id, caller, ct) is not { } item) return Readers.NotFound();
        response.SetETag(db.VersionOf(item));
        return TypedResults.Ok(await DutyView.WithActivitiesAsync(db, item, caller, clock.Now().Date, ct));
    }
}
