using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Campaigns;

/// <summary>今年不办, with the reason: POST /campaigns/{id}/dropping.</summary>
internal static class DropCampaign
{
    public sealed record Request([property: Required(ErrorMessage = "请写为什么不办。"), StringLength(500, ErrorMessage = "最多500个字。")] string Reason);

    public static async Task<Results<Ok<CampaignView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (await db.Set<Campaign>().SingleOrDefaultAsync(each => each.Id == id, ct) is not { } campaign) return Readers.NotFound();
        var before = RecordChain.DigestOf(campaign);
        if (campaign.Drop(request.Reason, caller, now.Date) is { } refusal) return refusal.ToProblem();

        await db.NoteAsync(id, "DropCampaign", caller, now, OutreachLaw.EachOrganTeaches, new { campaign.Status, campaign.Reason }, before, campaign, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok((await CampaignView.OfAsync(db, [campaign], caller, ct))[0]);
    }
}
