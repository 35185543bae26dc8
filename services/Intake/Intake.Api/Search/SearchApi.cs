using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Search;

internal static class SearchApi
{
    // A POST: what is searched for is people's data and must not be in an address.
    public static void MapSearch(this IEndpointRouteBuilder app)
    {
        app.MapGroup("/search").WithTags("Search")
            .MapPost("", SearchPetitions.Handle).RequireAuthorization(Duty.AnyOf(Duty.Register, Duty.Oversee, Duty.Supervise, Duty.Audit, Duty.Handle, Duty.Check, Duty.Head));
        app.MapGet("/search-readings", ListSearchReadings.Handle).WithTags("Search").RequireAuthorization(Duty.Audit);
    }
}
