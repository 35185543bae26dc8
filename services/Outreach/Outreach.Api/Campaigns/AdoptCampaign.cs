using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Campaigns;

/// <summary>采纳建议, as a person settles it: POST /campaigns/{id}/adoption.</summary>
internal static class AdoptCampaign
{
    public static async Task<Results<Ok<CampaignView>, ProblemHttpResult>> Handle(Guid id, CampaignRequest request, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (await db.Set<Campaign>().SingleOrDefaultAsync(each => each.Id == id, ct) is not { } campaign) return Readers.NotFound();
        if (request.Wrong() is { } wrong) return wrong;
        var before = RecordChain.DigestOf(campaign);
        if (campaign.Adopt(request.Plan, caller) is { } refusal) return refusal.ToProblem();

        await db.NoteAsync(id, "AdoptCampaign", caller, now, OutreachLaw.EachOrganTeaches, new { campaign.Status, campaign.Reason }, before, campaign, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok((await CampaignView.OfAsync(db, [campaign], caller, ct))[0]);
    }
}
