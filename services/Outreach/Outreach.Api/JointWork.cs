using Xinfang.Outreach.Api.Activities;
using Xinfang.Outreach.Api.Campaigns;
using Xinfang.Outreach.Api.Counselling;
using Xinfang.Outreach.Api.Duties;
using Xinfang.Outreach.Api.Guidance;
using Xinfang.Outreach.Api.Knowing;
using Xinfang.Outreach.Api.Measures;
using Xinfang.Outreach.Api.Watching;

namespace Xinfang.Outreach.Api;

/// <summary>The list of duties, campaigns, activities and what the cases say of them.</summary>
internal static class JointWork
{
    public static void AddJointWork(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IWatch, DutyWatch>();
        builder.Services.AddSingleton<IWatch, CampaignWatch>();
        builder.Services.AddSingleton<IWatch, Recommending>();
        builder.Services.AddSingleton<Watch>();
        builder.Services.AddHostedService(all => all.GetRequiredService<Watch>());
    }

    public static void MapJointWork(this IEndpointRouteBuilder app)
    {
        app.MapDuties();
        app.MapCampaigns();
        app.MapActivities();
        app.MapKnowing();
        app.MapCounselling();
        app.MapGuidance();
        app.MapMeasures();
    }
}
