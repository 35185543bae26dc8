namespace Xinfang.Training.Api.Drills;

internal static class DrillsApi
{
    /// <summary>案例演练 (以案代训): a sandbox; nothing here leads to a petition.</summary>
    public static void MapDrills(this IEndpointRouteBuilder app)
    {
        var drills = app.MapGroup("").WithTags("Drills").RequireAuthorization(People.Trainees)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesValidationProblem();
        drills.MapGet("/drills", ListDrills.Handle);
        drills.MapPost("/drills/{script}/runs", BeginDrill.Handle);
        drills.MapGet("/drill-runs/{id:guid}", GetDrill.Handle);
        drills.MapPut("/drill-runs/{id:guid}/steps/{number:int}", TakeStep.Handle);
        drills.MapPost("/drill-runs/{id:guid}/completion", FinishDrill.Handle);
    }
}
