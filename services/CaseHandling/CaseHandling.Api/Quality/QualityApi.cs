using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Quality;

internal static class QualityApi
{
    /// <summary>案卷评查: defects by organ and officer, and the monthly sample that people of the office look at.</summary>
    public static void MapQuality(this IEndpointRouteBuilder app)
    {
        var quality = app.MapGroup("/quality").WithTags("Quality")
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesValidationProblem();
        quality.MapGet("/defects", ListDefects.Handle).RequireAuthorization(Duty.AnyOf(Duty.Check, Duty.Head, Duty.Oversee, Duty.Supervise, Duty.Audit));
        quality.MapGet("/samples", ListSamples.Handle).RequireAuthorization(Duty.AnyOf(Duty.Oversee, Duty.Supervise, Duty.Audit));
        quality.MapPost("/samples/{documentId:guid}", ReviewSample.Handle).RequireAuthorization(Duty.AnyOf(Duty.Oversee, Duty.Supervise))
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }
}
