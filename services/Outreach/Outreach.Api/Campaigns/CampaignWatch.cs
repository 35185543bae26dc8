using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.Outreach.Api.Watching;

namespace Xinfang.Outreach.Api.Campaigns;

/// <summary>Proposes the campaign of May once a year, from February on: in time to plan it. A year is unique in the table, so two replicas make one.</summary>
internal sealed class CampaignWatch : IWatch
{
    private const int FirstMonth = 2, LastMonth = 5;

    public async Task<int> ScanAsync(IServiceScopeFactory scopes, Moment now, CancellationToken ct)
    {
        var year = now.Date.Year;
        if (now.Date.Month is < FirstMonth or > LastMonth) return 0;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OutreachDb>();
        if (await db.Set<Campaign>().AnyAsync(campaign => campaign.ProposedForYear == year, ct)) return 0;
        var proposed = Campaign.ProposeMay(year);
        db.Add(proposed);
        await db.NoteAsync(proposed.Id, "ProposeCampaign", null, now, OutreachLaw.Publicity, new { year }, null, proposed, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            return 1;
        }
        catch (DbUpdateException e) when (Watch.LostRace(e))
        {
            return 0;
        }
    }
}
