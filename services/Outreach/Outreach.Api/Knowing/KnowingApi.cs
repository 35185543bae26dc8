using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Knowing;

internal static class KnowingApi
{
    public static void MapKnowing(this IEndpointRouteBuilder app)
    {
        var recommendations = app.MapGroup("/recommendations").WithTags("Recommendations").RequireAuthorization(Readers.Office)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        recommendations.MapGet("", ListRecommendations.Handle);
        recommendations.MapGet("/{id:guid}", GetRecommendation.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        recommendations.MapPost("/search", FindHotSpots.Handle).RequireAuthorization(Duty.Teach).For(OutreachLaw.EachOrganTeaches);
        recommendations.MapPost("/{id:guid}/adoption", TakeRecommendation.Handle).For(OutreachLaw.EachOrganTeaches);
        recommendations.MapPost("/{id:guid}/dropping", DropRecommendation.Handle).For(OutreachLaw.EachOrganTeaches);

        app.MapGet("/heat", ReadHeat.Handle).WithTags("Recommendations").RequireAuthorization(Readers.Office).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        app.MapGet("/activities/{id:guid}/effect", MeasureActivity.Handle).WithTags("Effect").RequireAuthorization(Readers.Office)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
        app.MapGet("/campaigns/{id:guid}/effect", MeasureCampaign.Handle).WithTags("Effect").RequireAuthorization(Readers.Office)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
    }

    public static Task<Recommendation?> RecommendationAsync(this OutreachDb db, Guid id, CancellationToken ct) => db.Set<Recommendation>().SingleOrDefaultAsync(each => each.Id == id, ct);
}
