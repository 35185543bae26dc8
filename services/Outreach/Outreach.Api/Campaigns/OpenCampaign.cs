using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Campaigns;

/// <summary>确定宣传活动: PUT /campaigns/{id}. The same id again answers what is there.</summary>
internal static class OpenCampaign
{
    public static async Task<Results<Ok<CampaignView>, ProblemHttpResult>> Handle(Guid id, CampaignRequest request, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        if (id.Version != 7) return Acting.NotVersion7();
        if (await db.Set<Campaign>().AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, ct) is { } known) return TypedResults.Ok((await CampaignView.OfAsync(db, [known], caller, ct))[0]);
        if (request.Wrong() is { } wrong) return wrong;
        if (Campaign.Open(id, request.Plan).Refused(out var refusal, out var campaign)) return refusal.ToProblem();

        db.Add(campaign);
        await db.NoteAsync(id, "OpenCampaign", caller, clock.Now(), OutreachLaw.EachOrganTeaches, request, null, campaign, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok((await CampaignView.OfAsync(db, [campaign], caller, ct))[0]);
    }
}
