using Xinfang.Insight.Api.Governance.Checks;
using Xinfang.Insight.Api.Governance.Leading;
using Xinfang.Insight.Api.Governance.Mechanisms;
using Xinfang.Insight.Api.Governance.Meetings;
using Xinfang.Insight.Api.Governance.Publishing;
using Xinfang.Insight.Api.Governance.Tasks;

namespace Xinfang.Insight.Api.Governance;

/// <summary>法治工作: tasks, meetings, mechanisms, checks, what must be public, and what the first person responsible did.</summary>
internal static class GovernanceApi
{
    public static void AddGovernance(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<GovernanceWatch>();
        builder.Services.AddHostedService(services => services.GetRequiredService<GovernanceWatch>());
    }

    public static void MapGovernance(this IEndpointRouteBuilder app)
    {
        var governance = app.MapGroup("/governance").WithTags("Governance").RequireAuthorization(Readers.Everybody)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        governance.MapTasks();
        governance.MapMeetings();
        governance.MapMechanisms();
        governance.MapChecks();
        governance.MapPublishing();
        governance.MapLeading();
    }
}
