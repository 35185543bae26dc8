using Xinfang.CaseHandling.Api.Supervising.Conference;
using Xinfang.CaseHandling.Api.Supervising.Packages;
using Xinfang.CaseHandling.Api.Supervising.Proposals;
using Xinfang.CaseHandling.Api.Supervising.Receptions;
using Xinfang.CaseHandling.Api.Supervising.Supervisions;
using Xinfang.CaseHandling.Api.Supervising.Violations;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising;

internal static class SupervisingApi
{
    /// <summary>Everybody who may find something here; what it is, each list's policy says.</summary>
    private static readonly string Viewers = Duty.AnyOf(Duty.Handle, Duty.Check, Duty.Head, Duty.Oversee, Duty.Supervise, Duty.Audit, Duty.Lead);

    public static void AddSupervising(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(builder.Configuration["Supervision:WarningLadder"] is { Length: > 0 } steps ? WarningLadder.Parse(steps) : WarningLadder.Default);
        builder.Services.AddSingleton<LadderWatch>();
        builder.Services.AddSingleton<ProposalWatch>();
        builder.Services.AddHostedService(sp => sp.GetRequiredService<LadderWatch>());
    }

    public static void MapSupervising(this IEndpointRouteBuilder app)
    {
        var supervising = app.MapGroup("/supervision").WithTags("Supervision").RequireAuthorization(Viewers)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        supervising.MapGet("/counts", CountSupervising.Handle);
        supervising.MapGet("/petitions/{id:guid}", GetPetitionSupervising.Handle).ProducesProblem(StatusCodes.Status404NotFound);

        MapSupervisions(supervising);
        MapViolations(supervising);
        MapProposals(supervising);
        MapConference(supervising);
        MapPackages(supervising);
        MapReceptions(supervising);
    }

    private static void MapSupervisions(RouteGroupBuilder supervising)
    {
        supervising.MapGet("/supervisions", ListSupervisions.Handle);
        supervising.MapGet("/supervisions/{supervision:guid}", GetSupervision.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        supervising.MapGet("/supervisions/{supervision:guid}/letter.docx", LetterFiles.SupervisionWord).ProducesProblem(StatusCodes.Status404NotFound);
        supervising.MapGet("/supervisions/{supervision:guid}/letter.pdf", LetterFiles.SupervisionPdf).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        supervising.MapPut("/supervisions/{supervision:guid}", ProposeSupervision.Handle).For(Supervision.Flow.Of(SupervisionAct.Propose).Basis);
        supervising.MapPost("/supervisions/{supervision:guid}/dismissal", DismissSupervision.Handle).For(Supervision.Flow.Of(SupervisionAct.Dismiss).Basis);
        supervising.MapPost("/supervisions/{supervision:guid}/letter", OpenSupervision.Handle).For(Supervision.Flow.Of(SupervisionAct.Open).Basis);
        supervising.MapPost("/supervisions/{supervision:guid}/answer", AnswerSupervision.Handle).For(Supervision.Flow.Of(SupervisionAct.Answer).Basis);
        supervising.MapPost("/supervisions/{supervision:guid}/pressing", PressSupervision.Handle).For(Supervision.Flow.Of(SupervisionAct.Press).Basis);
        supervising.MapPost("/supervisions/{supervision:guid}/closure", CloseSupervision.Handle).For(Supervision.Flow.Of(SupervisionAct.Close).Basis);
    }

    private static void MapViolations(RouteGroupBuilder supervising)
    {
        supervising.MapGet("/violations", ListViolations.Handle);
        supervising.MapGet("/violations/codes", ListViolationCodes.Handle);
        supervising.MapGet("/violations/{violation:guid}", GetViolation.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        supervising.MapPut("/violations/{violation:guid}", RecordViolation.Handle).For(Violation.Flow.Of(ViolationAct.Record).Basis);
        supervising.MapPost("/violations/{violation:guid}/correction", CorrectViolation.Handle).For(Violation.Flow.Of(ViolationAct.Correct).Basis);
        supervising.MapPost("/violations/{violation:guid}/withdrawal", WithdrawViolation.Handle).For(Violation.Flow.Of(ViolationAct.Withdraw).Basis);
    }

    private static void MapProposals(RouteGroupBuilder supervising)
    {
        supervising.MapGet("/proposals", ListProposals.Handle);
        supervising.MapGet("/proposals/{proposal:guid}", GetProposal.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        supervising.MapGet("/proposals/{proposal:guid}/letter.docx", LetterFiles.ProposalWord).ProducesProblem(StatusCodes.Status404NotFound);
        supervising.MapGet("/proposals/{proposal:guid}/letter.pdf", LetterFiles.ProposalPdf).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        supervising.MapPut("/proposals/{proposal:guid}", DraftProposal.Handle).For(PetitionRegulations.Proposals);
        supervising.MapPost("/proposals/{proposal:guid}/signature", IssueProposal.Handle).For(PetitionRegulations.Proposals);
        supervising.MapPost("/proposals/{proposal:guid}/withdrawal", WithdrawProposal.Handle).For(PetitionRegulations.Proposals);
        supervising.MapPost("/proposals/{proposal:guid}/feedback", AnswerProposal.Handle).For(PetitionRegulations.ProposalFeedback);
    }

    private static void MapConference(RouteGroupBuilder supervising)
    {
        supervising.MapGet("/meetings", ListMeetings.Handle);
        supervising.MapGet("/meetings/{meeting:guid}", GetMeeting.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        supervising.MapPut("/meetings/{meeting:guid}", CallMeeting.Handle).For(PetitionRegulations.JointConference);
        supervising.MapPost("/meetings/{meeting:guid}/minutes", HoldMeeting.Handle).For(PetitionRegulations.JointConference);
        supervising.MapPost("/meetings/{meeting:guid}/cancellation", CancelMeeting.Handle).For(PetitionRegulations.JointConference);
        supervising.MapGet("/tasks", ListFollowUps.Handle);
        supervising.MapGet("/tasks/{task:guid}", GetFollowUp.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        supervising.MapPost("/tasks/{task:guid}/report", ReportFollowUp.Handle).For(PetitionRegulations.JointConference);
        supervising.MapPost("/tasks/{task:guid}/return", SendBackFollowUp.Handle).For(PetitionRegulations.JointConference);
        supervising.MapPost("/tasks/{task:guid}/confirmation", ConfirmFollowUp.Handle).For(PetitionRegulations.JointConference);
        supervising.MapGet("/measures", ListMeasures.Handle);
        supervising.MapGet("/measures/{measure:guid}", GetMeasure.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        supervising.MapPut("/measures/{measure:guid}", ImposeMeasure.Handle).For(PetitionRegulations.Rectification);
        supervising.MapPost("/measures/{measure:guid}/report", ReportMeasure.Handle).For(PetitionRegulations.Rectification);
        supervising.MapPost("/measures/{measure:guid}/return", SendBackMeasure.Handle).For(PetitionRegulations.Rectification);
        supervising.MapPost("/measures/{measure:guid}/lifting", LiftMeasure.Handle).For(PetitionRegulations.Rectification);
    }

    private static void MapPackages(RouteGroupBuilder supervising)
    {
        supervising.MapGet("/packages", ListPackages.Handle);
        supervising.MapGet("/packages/{package:guid}", GetPackage.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        supervising.MapPut("/packages/{package:guid}", AssignPackage.Handle).For(PetitionRegulations.LeadersDuty);
        supervising.MapPost("/packages/{package:guid}/plan", PlanPackage.Handle).For(PetitionRegulations.LeadersDuty);
        supervising.MapPost("/packages/{package:guid}/visits", VisitForPackage.Handle).For(PetitionRegulations.LeadersDuty);
        supervising.MapPost("/packages/{package:guid}/result", ReportPackage.Handle).For(PetitionRegulations.LeadersDuty);
        supervising.MapPost("/packages/{package:guid}/return", SendBackPackage.Handle).For(PetitionRegulations.LeadersDuty);
        supervising.MapPost("/packages/{package:guid}/closure", ClosePackage.Handle).For(PetitionRegulations.LeadersDuty);
    }

    private static void MapReceptions(RouteGroupBuilder supervising)
    {
        supervising.MapGet("/reception-days", ListReceptions.Handle);
        supervising.MapGet("/reception-days/notice", ReadNotice.Handle).AllowAnonymous();
        supervising.MapGet("/reception-days/frequency", MeasureReceptions.Handle);
        supervising.MapGet("/reception-days/{day:guid}", GetReception.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        supervising.MapPut("/reception-days/{day:guid}", PlanReception.Handle).For(PetitionRegulations.LeadersDuty);
        supervising.MapPost("/reception-days/{day:guid}/publication", PublishReception.Handle).For(PetitionRegulations.Publicity);
        supervising.MapPost("/reception-days/{day:guid}/appointments", BookReception.Handle).AllowAnonymous().For(PetitionRegulations.Publicity);
        supervising.MapPost("/reception-days/{day:guid}/minutes", HoldReception.Handle).For(PetitionRegulations.LeadersDuty);
        supervising.MapPost("/reception-days/{day:guid}/cancellation", CancelReception.Handle).For(PetitionRegulations.Publicity);
    }

    /// <summary>An act: the refusals it may answer, and the article for whoever has not even the duty to come here.</summary>
    public static RouteHandlerBuilder For(this RouteHandlerBuilder endpoint, Article basis) => endpoint.WithMetadata(basis)
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesValidationProblem();
}
