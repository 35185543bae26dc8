using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Bank;

internal static class BankApi
{
    /// <summary>题库: written by trainers, released by a second person, and issued from the law's own data.</summary>
    public static void MapBank(this IEndpointRouteBuilder app)
    {
        var bank = app.MapGroup("/questions").WithTags("Question bank").RequireAuthorization(People.Trainers)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesValidationProblem();
        bank.MapGet("", ListQuestions.Handle);
        bank.MapGet("/counts", CountQuestions.Handle);
        bank.MapPost("/issue", IssueQuestions.Handle);
        bank.MapGet("/{id:guid}", GetQuestion.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        bank.MapPut("/{id:guid}", WriteQuestion.Handle).RequireAuthorization(Duty.Train).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        bank.MapPost("/{id:guid}/review", ReviewQuestion.Handle).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        bank.MapPost("/{id:guid}/retirement", RetireQuestion.Handle).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }
}
