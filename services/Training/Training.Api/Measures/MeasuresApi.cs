namespace Xinfang.Training.Api.Measures;

internal static class MeasuresApi
{
    public static void MapMeasures(this IEndpointRouteBuilder app) =>
        app.MapGet("/measures", GetMeasures.Handle).WithTags("Measures").RequireAuthorization(ServiceDefaults.Security.Duty.AnyOf(ServiceDefaults.Security.Duty.Train, ServiceDefaults.Security.Duty.Oversee, ServiceDefaults.Security.Duty.Lead))
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesValidationProblem();
}
