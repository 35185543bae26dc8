using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Needs;

internal static class NeedsApi
{
    /// <summary>从办件里找培训需求: figures propose, people decide.</summary>
    public static void MapNeeds(this IEndpointRouteBuilder app)
    {
        var needs = app.MapGroup("/needs").WithTags("Needs")
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesValidationProblem();
        needs.MapGet("", ListNeeds.Handle).RequireAuthorization(People.Trainees);
        needs.MapGet("/rates", GetRates.Handle).RequireAuthorization(People.Trainers);
        needs.MapPost("/search", SearchNeeds.Handle).RequireAuthorization(People.Trainers);
        needs.MapGet("/{id:guid}", GetNeed.Handle).RequireAuthorization(People.Trainees);
        needs.MapPost("/{id:guid}/acceptance", AcceptNeed.Handle).RequireAuthorization(People.Trainers);
        needs.MapPost("/{id:guid}/declination", DeclineNeed.Handle).RequireAuthorization(People.Trainers);
        needs.MapPost("/{id:guid}/closing", CloseNeed.Handle).RequireAuthorization(People.Trainers);
        needs.MapPut("/{id:guid}/coaching/{entry:guid}", RecordCoaching.Handle).RequireAuthorization(People.Trainees);
    }
}
