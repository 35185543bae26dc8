using Xinfang.Outreach.Api.Library;

namespace Xinfang.Outreach.Api.Quizzes;

internal static class QuizApi
{
    /// <summary>小测验: asked of everybody without account, cookie or name; counted per session and phase.</summary>
    public static void MapQuizzes(this IEndpointRouteBuilder app)
    {
        var everybody = app.MapGroup("/texts/{name}/quiz").WithTags("Quiz").AllowAnonymous().ProducesProblem(StatusCodes.Status404NotFound);
        everybody.MapGet("/", ReadQuiz.Handle);
        everybody.MapPut("/sheets/{id:guid}", AnswerQuiz.Handle).ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

        var desk = app.MapGroup("/quiz-sessions").WithTags("Quiz").RequireAuthorization(LibraryApi.Staff)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesValidationProblem();
        desk.MapGet("/", ListSessions.Handle).ProducesProblem(StatusCodes.Status400BadRequest);
        desk.MapPut("/{code}", OpenSession.Handle).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        desk.MapGet("/{code}/results", ReadResults.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        desk.MapGet("/{code}/{phase}.svg", ReadSessionCode.Handle).ProducesProblem(StatusCodes.Status404NotFound);
    }
}
