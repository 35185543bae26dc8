using Xinfang.Portal.Api;

namespace Xinfang.Portal.Desk.Insight;

/// <summary>Tables to take away: the Portal asks in the reader's name and passes on.</summary>
internal static class InsightFiles
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/insight/exports/{name:regex(^(measures|counts|petitions)\\.(csv|xlsx)$)}", (string name, InsightClient insight, HttpContext http) =>
        insight.File(name, http.Request.QueryString.Value, http)).RequireAuthorization(InsightMenu.Readers).ExcludeFromDescription();
}
