using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Outreach.Api.Activities;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Campaigns;

internal static class CampaignsApi
{
    public static void MapCampaigns(this IEndpointRouteBuilder app)
    {
        var campaigns = app.MapGroup("/campaigns").WithTags("Campaigns").RequireAuthorization(Readers.Office)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        campaigns.MapGet("", ListCampaigns.Handle);
        campaigns.MapGet("/{id:guid}", GetCampaign.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        campaigns.MapPut("/{id:guid}", OpenCampaign.Handle).RequireAuthorization(Duty.Teach).For(OutreachLaw.EachOrganTeaches);
        campaigns.MapPost("/{id:guid}/adoption", AdoptCampaign.Handle).For(OutreachLaw.EachOrganTeaches);
        campaigns.MapPost("/{id:guid}/dropping", DropCampaign.Handle).For(OutreachLaw.EachOrganTeaches);
        campaigns.MapPost("/{id:guid}/closing", CloseCampaign.Handle).For(OutreachLaw.EachOrganTeaches);
    }
}

/// <summary>A campaign as a person settles it.</summary>
internal sealed record CampaignRequest(
    [property: Required(ErrorMessage = "请写主题。"), StringLength(100, ErrorMessage = "最多100个字。")] string Theme,
    [property: Required(ErrorMessage = "请写宣传的法律法规。"), StringLength(300, ErrorMessage = "最多300个字。")] string LegalTexts,
    [property: Required(ErrorMessage = "请写目标。"), StringLength(500, ErrorMessage = "最多500个字。")] string Goal,
    DateOnly From, DateOnly Until,
    [property: Range(1, 500, ErrorMessage = "场次在1到500之间。")] int Target)
{
    [JsonIgnore]
    public CampaignPlan Plan => new(Theme, LegalTexts, Goal, From, Until, Target);

    public ProblemHttpResult? Wrong() => !Years.Known(From.Year) ? Acting.Wrong("from", "日期不对。") : !Years.Known(Until.Year) ? Acting.Wrong("until", "日期不对。") : null;
}

/// <summary>A campaign with how far it has come.</summary>
/// <param name="Joint">Organs that have joined in its activities (O-3 of one campaign).</param>
/// <param name="Streets">Streets in which something was held.</param>
internal sealed record CampaignView(
    Guid Id, string Theme, string LegalTexts, string Goal, DateOnly From, DateOnly Until, int Target, string Status, string StatusText, bool Proposal, string? Reason, int Planned, int Held, int Joint, int Streets, IReadOnlyList<ActView> Acts)
{
    private static readonly (string Act, string Label, string Route, CampaignStatus From)[] Routes =
        [("Adopt", "采纳，开始筹备", "adoption", CampaignStatus.Proposed), ("Drop", "今年不办", "dropping", CampaignStatus.Proposed), ("Close", "结束", "closing", CampaignStatus.Open)];

    public static async Task<IReadOnlyList<CampaignView>> OfAsync(OutreachDb db, IReadOnlyList<Campaign> campaigns, CurrentCaller caller, CancellationToken ct)
    {
        Guid?[] ids = [.. campaigns.Select(each => (Guid?)each.Id)];
        var activities = await db.Set<Activity>().AsNoTracking().Where(each => ids.Contains(each.CampaignId) && each.Status != ActivityStatus.Cancelled)
            .Select(each => new { each.CampaignId, each.Status, each.Street }).ToListAsync(ct);
        var joint = await db.Set<Organiser>().AsNoTracking().Where(each => each.Status == OrganiserStatus.Confirmed || each.Status == OrganiserStatus.Done)
            .Join(db.Set<Activity>().Where(each => ids.Contains(each.CampaignId) && each.Status != ActivityStatus.Cancelled), each => each.ActivityId, each => each.Id, (organiser, activity) => new { activity.CampaignId, organiser.Organ })
            .Distinct().ToListAsync(ct);
        return
        [
            .. campaigns.Select(c =>
            {
                var own = activities.Where(each => each.CampaignId == c.Id).ToList();
                var held = own.Where(each => each.Status is ActivityStatus.Held or ActivityStatus.Closed).ToList();
                return new CampaignView(c.Id, c.Theme, c.LegalTexts, c.Goal, c.From, c.Until, c.Target, c.Status.ToString(), Campaign.Words(c.Status), c.ProposedForYear is not null, c.Reason,
                    own.Count, held.Count, joint.Count(each => each.CampaignId == c.Id), held.DistinctBy(each => each.Street).Count(),
                    [.. Routes.Select(each => ActView.Of(each.Act, each.Label, $"/campaigns/{c.Id}/{each.Route}", c.Refuses(caller, each.From))).Where(each => each.Open)]);
            }),
        ];
    }
}
