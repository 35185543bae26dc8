namespace Xinfang.Insight.Api.Measures;

internal static class MeasuresApi
{
    public static void MapMeasures(this IEndpointRouteBuilder app)
    {
        var measures = app.MapGroup("").AddEndpointFilter<WholeFigures>().WithTags("Measures").RequireAuthorization(Readers.Everybody).WithMetadata(InsightLaw.Appraisal)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable).ProducesValidationProblem();
        measures.MapGet("/measures", ReadMeasures.Handle);
        measures.MapGet("/measures/{code}/ranking", RankMeasure.Handle);
        measures.MapGet("/measures/{code}/months", FollowMeasure.Handle);
        measures.MapGet("/counts", CountPetitions.Handle);
        measures.MapGet("/cohorts", Cohorts.Handle);
        measures.MapGet("/petitions", ListPetitions.Handle);
        measures.MapPost("/exports/{what}", ExportTable.Handle).WithMetadata(InsightLaw.Supplying);
        app.MapGet("/exports", ListExports.Handle).WithTags("Measures").RequireAuthorization(Readers.Recorded).WithMetadata(InsightLaw.Supplying)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesValidationProblem();
    }
}
