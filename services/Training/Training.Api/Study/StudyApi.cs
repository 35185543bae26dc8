using Xinfang.ServiceDefaults.Security;
using Xinfang.Training.Api.Evaluating;
using Xinfang.Training.Api.Reminding;

namespace Xinfang.Training.Api.Study;

internal static class StudyApi
{
    /// <summary>培训安排、签到、学时.</summary>
    public static void MapStudy(this IEndpointRouteBuilder app)
    {
        var sessions = app.MapGroup("/sessions").WithTags("Study").Answers();
        sessions.MapGet("", ListSessions.Handle).RequireAuthorization(People.Trainees);
        sessions.MapGet("/{id:guid}", GetSession.Handle).RequireAuthorization(People.Trainees);
        sessions.MapPut("/{id:guid}", PlanSession.Handle).RequireAuthorization(Duty.Train);
        sessions.MapPost("/{id:guid}/cancellation", CancelSession.Handle).RequireAuthorization(Duty.Train);
        sessions.MapPut("/{id:guid}/minutes", WriteMinutes.Handle).RequireAuthorization(Duty.Train);
        sessions.MapGet("/{id:guid}/sign-in-code", GetSignInCode.Handle).RequireAuthorization(Duty.Train);
        sessions.MapPost("/{id:guid}/attendance", SignIn.Handle).RequireAuthorization(People.Trainees);

        sessions.MapPost("/{id:guid}/evaluation", EvaluateSession.Handle).RequireAuthorization(People.Trainees);
        sessions.MapGet("/{id:guid}/evaluation", GetEvaluation.Handle).RequireAuthorization(People.Trainers);

        app.MapGet("/my/reminders", GetMyReminders.Handle).WithTags("Study").RequireAuthorization(People.Trainees);
        app.MapGet("/my/study", GetMyStudy.Handle).WithTags("Study").RequireAuthorization(People.Trainees);
        var hours = app.MapGroup("/hours").WithTags("Study").Answers();
        hours.MapGet("", GetStudyByOrgan.Handle).RequireAuthorization(People.Trainers);
        hours.MapPost("/imports", ImportHours.Handle).RequireAuthorization(Duty.Train);
        app.MapPut("/trainees/{account}/rank", SetRank.Handle).WithTags("Study").RequireAuthorization(Duty.Train).ProducesProblem(StatusCodes.Status404NotFound).ProducesValidationProblem();
    }

    private static RouteGroupBuilder Answers(this RouteGroupBuilder group) => group
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesValidationProblem();
}
