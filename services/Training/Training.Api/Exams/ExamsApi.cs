using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Exams;

internal static class ExamsApi
{
    /// <summary>考试: set by the trainers, sat by everybody who is trained.</summary>
    public static void MapExams(this IEndpointRouteBuilder app)
    {
        var exams = app.MapGroup("/exams").WithTags("Exams").Answers();
        exams.MapGet("", ListExams.Handle).RequireAuthorization(People.Trainers);
        exams.MapGet("/{id:guid}", GetExam.Handle).RequireAuthorization(People.Trainers);
        exams.MapPut("/{id:guid}", SetExam.Handle).RequireAuthorization(Duty.Train);
        exams.MapPost("/{id:guid}/opening", OpenExam.Handle).RequireAuthorization(Duty.Train);
        exams.MapPost("/{id:guid}/cancellation", CancelExam.Handle).RequireAuthorization(Duty.Train);
        exams.MapGet("/{id:guid}/to-mark", ListToMark.Handle).RequireAuthorization(Duty.Train);
        exams.MapGet("/{id:guid}/results", GetResults.Handle).RequireAuthorization(People.Trainers);
        exams.MapGet("/{id:guid}/items", GetItems.Handle).RequireAuthorization(People.Trainers);
        exams.MapPost("/{id:guid}/sittings", StartSitting.Handle).RequireAuthorization(People.Trainees);

        var sittings = app.MapGroup("/sittings").WithTags("Exams").Answers();
        sittings.MapGet("/{id:guid}", GetSitting.Handle).RequireAuthorization(People.Trainees);
        sittings.MapGet("/{id:guid}/certificate.pdf", GetCertificate.Handle).RequireAuthorization(People.Trainees).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        sittings.MapPut("/{id:guid}/answers/{number:int}", SaveAnswer.Handle).RequireAuthorization(People.Trainees);
        sittings.MapPost("/{id:guid}/hand-in", HandIn.Handle).RequireAuthorization(People.Trainees);
        sittings.MapPut("/{id:guid}/marks/{number:int}", MarkAnswer.Handle).RequireAuthorization(Duty.Train);
        app.MapGet("/my/exams", ListMyExams.Handle).WithTags("Exams").RequireAuthorization(People.Trainees);
    }

    private static RouteGroupBuilder Answers(this RouteGroupBuilder group) => group
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesValidationProblem();
}
