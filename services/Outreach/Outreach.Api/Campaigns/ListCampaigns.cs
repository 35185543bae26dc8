using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Campaigns;

/// <summary>宣传活动: GET /campaigns?status=&amp;after=&amp;limit=, the latest first.</summary>
internal static class ListCampaigns
{
    private sealed record Key(DateOnly From, Guid Id);

    public static async Task<Results<Ok<Page<CampaignView>>, ProblemHttpResult>> Handle(
        CurrentCaller caller, OutreachDb db, CancellationToken ct, CampaignStatus? status = null, string? after = null, int? limit = null)
    {
        if (status is { } asked && !Enum.IsDefined(asked)) return Acting.Wrong("status", "没有这个状态。");
        if (!Cursor.TryRead<Key>(after, out var last)) return Cursor.Invalid();
        var campaigns = db.Set<Campaign>().AsNoTracking();
        if (status is not null) campaigns = campaigns.Where(each => each.Status == status);
        if (last is not null) campaigns = campaigns.Where(each => each.From < last.From || (each.From == last.From && each.Id < last.Id));
        var most = Cursor.Limit(limit);
        var rows = await campaigns.OrderByDescending(each => each.From).ThenByDescending(each => each.Id).Take(most + 1).ToListAsync(ct);
        return TypedResults.Ok(Page<CampaignView>.Of([.. await CampaignView.OfAsync(db, rows, caller, ct)], most, row => new Key(row.From, row.Id)));
    }
}
