using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Campaigns;

/// <summary>宣传活动: GET /campaigns/{id}. Its activities are a list of their own.</summary>
internal static class GetCampaign
{
    public static async Task<Results<Ok<CampaignView>, ProblemHttpResult>> Handle(Guid id, CurrentCaller caller, OutreachDb db, CancellationToken ct) =>
        await db.Set<Campaign>().AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, ct) is { } campaign
            ? TypedResults.Ok((await CampaignView.OfAsync(db, [campaign], caller, ct))[0])
            : Readers.NotFound();
}
