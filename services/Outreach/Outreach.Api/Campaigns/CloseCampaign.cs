using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Campaigns;

/// <summary>结束宣传活动: POST /campaigns/{id}/closing.</summary>
internal static class CloseCampaign
{
    public static async Task<Results<Ok<CampaignView>, ProblemHttpResult>> Handle(Guid id, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (await db.Set<Campaign>().SingleOrDefaultAsync(each => each.Id == id, ct) is not { } campaign) return Readers.NotFound();
        var before = RecordChain.DigestOf(campaign);
        if (campaign.Close(caller, now.Date) is { } refusal) return refusal.ToProblem();

        await db.NoteAsync(id, "CloseCampaign", caller, now, OutreachLaw.EachOrganTeaches, new { campaign.Status, campaign.Reason }, before, campaign, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok((await CampaignView.OfAsync(db, [campaign], caller, ct))[0]);
    }
}
