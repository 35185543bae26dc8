using Xinfang.DepartmentFeed.Api.Documents;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.DepartmentFeed.Api.Events;

/// <summary>The feed over HTTP: events again from a cursor, acknowledgements, and the contract itself.</summary>
internal static class FeedApi
{
    public static void MapFeed(this WebApplication app)
    {
        app.MapGet("/events", ReadEvents.Handle).RequireAuthorization(Duty.Feed);
        app.MapPost("/acknowledgements", AcknowledgeEvents.Handle).RequireAuthorization(Duty.Feed);
        app.MapGet("/audience", DescribeAudience.Handle).RequireAuthorization(Duty.Feed);

        app.MapGet("/asyncapi.yaml", () => TypedResults.Text(AsyncApi.Text, "application/yaml")).AllowAnonymous();
        app.MapGet("/schemas/{name}", ReadSchema.Handle).AllowAnonymous();
    }
}
