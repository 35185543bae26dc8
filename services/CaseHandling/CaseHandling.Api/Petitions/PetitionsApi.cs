using Xinfang.CaseHandling.Api.Documents.Opinions;
using Xinfang.CaseHandling.Api.Publishing;
using Xinfang.CaseHandling.Api.Reviews;
using Xinfang.CaseHandling.Domain;

namespace Xinfang.CaseHandling.Api.Petitions;

internal static class PetitionsApi
{
    public static void MapPetitions(this IEndpointRouteBuilder app)
    {
        var petitions = app.MapGroup("/petitions").WithTags("Petitions").RequireAuthorization(Staff.Viewers)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        petitions.MapGet("/", ListPetitions.Handle);
        petitions.MapGet("/counts", CountPetitions.Handle);
        app.MapGet("/petitions/{id:guid}", GetPetition.Handle).WithTags("Petitions").RequireAuthorization(Staff.Readers)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
        app.MapGet("/petitions/{id:guid}/contestations", ReadContestations.Handle).WithTags("Petitions").RequireAuthorization(Staff.Desk)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
        petitions.MapGet("/{id:guid}/opinion", GetOpinion.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        petitions.MapGet("/{id:guid}/publication", GetPublication.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        petitions.MapGet("/{id:guid}/record/verification", VerifyRecord.Handle).ProducesProblem(StatusCodes.Status404NotFound);

        // Who may do an act is in the flow table, not in a policy: the refusal names the article.
        var acts = petitions.MapGroup("/{id:guid}").AddEndpointFilter<InTurn>().AddEndpointFilter<IfMatch>()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesValidationProblem();
        MapHandling(acts);
        MapPeople(acts);
        MapProcedures(acts);
        MapEnforcement(acts);
        MapSuggestions(acts);
        MapAccusations(acts);

        // 公开的答复, for everybody.
        var replies = app.MapGroup("/replies").WithTags("Replies").AllowAnonymous();
        replies.MapGet("/", ListReplies.Handle).ProducesProblem(StatusCodes.Status400BadRequest);
        replies.MapGet("/{id:guid}", ReadReply.Handle).ProducesProblem(StatusCodes.Status404NotFound);

        // The petitioner's own act: the ticket of the petition is shown instead of a token.
        app.MapPost("/petitions/{id:guid}/reopening", ReopenPetition.Handle).AddEndpointFilter<InTurn>().WithTags("Petitions").AllowAnonymous().For(Act.Reopen);
    }

    private static void MapHandling(RouteGroupBuilder acts)
    {
        acts.MapPost("/claim", ClaimPetition.Handle).For(Act.Claim);
        acts.MapPost("/recusal", RecuseOfficer.Handle).For(Act.Recuse);
        acts.MapPost("/contestation", ContestAssignment.Handle).For(Act.Contest);
        acts.MapPost("/contestation/decision", DecideContestation.Handle).For(Act.DecideContestation);
        acts.MapPost("/acceptance", AcceptPetition.Handle).For(Act.Accept);
        acts.MapPost("/declination", DeclinePetition.Handle).For(Act.Decline);
        acts.MapPost("/statement", HearStatement.Handle).For(Act.HearStatement);
        acts.MapPost("/extensions", GrantExtension.Handle).For(Act.Extend);
        acts.MapPost("/extensions/service", ServeExtension.Handle).For(Act.ServeExtension);
        acts.MapPost("/opinion/draft", DraftOpinion.Handle).For(Act.DraftOpinion);
        acts.MapPost("/opinion/check", CheckOpinion.Handle).For(Act.CheckOpinion);
        acts.MapPost("/opinion/return", ReturnDraft.Handle).For(Act.ReturnDraft);
        acts.MapPost("/opinion/signature", SignOpinion.Handle).For(Act.SignOpinion);
        acts.MapPost("/opinion/withdrawal", WithdrawOpinion.Handle).For(Act.WithdrawOpinion);
        acts.MapPost("/service", ServeOpinion.Handle).For(Act.Serve);
        acts.MapPost("/completion", CompletePetition.Handle).For(Act.Complete);
        acts.MapPost("/termination", TerminatePetition.Handle).For(Act.Terminate);
        acts.MapPost("/news", StateNews.Handle).For(Act.StateNews);
        acts.MapPost("/bar", BarPetition.Handle).For(Act.Bar);
        acts.MapPost("/earlier", LinkEarlier.Handle).For(Act.LinkEarlier);
        acts.MapPost("/publication", ProposePublication.Handle).For(Act.ProposePublication);
        acts.MapPost("/publication/release", ReleasePublication.Handle).For(Act.ReleasePublication);
        acts.MapPost("/publication/withdrawal", WithdrawPublication.Handle).For(Act.WithdrawPublication);
    }

    private static void MapPeople(RouteGroupBuilder acts)
    {
        acts.MapPost("/hand-over", HandOverPetition.Handle).For(Act.HandOver);
        acts.MapPost("/concerned", NameConcernedPeople.Handle).For(Act.NameConcerned);
        acts.MapPost("/contacts", ContactPetitioner.Handle).For(Act.Contact);
        acts.MapPost("/measures", TakeMeasure.Handle).For(Act.TakeMeasure);
    }

    private static void MapProcedures(RouteGroupBuilder acts)
    {
        acts.MapPost("/simple-procedure", ChooseSimpleProcedure.Handle).For(Act.ChooseSimple);
        acts.MapPost("/simple-procedure/end", LeaveSimpleProcedure.Handle).For(Act.LeaveSimple);
        acts.MapPost("/hearings", CallHearing.Handle).For(Act.CallHearing);
        acts.MapPost("/hearings/record", HoldHearing.Handle).For(Act.HoldHearing);
        acts.MapPost("/hearings/cancellation", CancelHearing.Handle).For(Act.CancelHearing);
        acts.MapPost("/mediation/consents", ConsentToMediation.Handle).For(Act.ConsentToMediation);
        acts.MapPost("/mediation", MediatePetition.Handle).For(Act.Mediate);
        acts.MapPost("/mediation/agreement", AgreeInMediation.Handle).For(Act.Agree);
        acts.MapPost("/mediation/failure", FailMediation.Handle).For(Act.FailMediation);
    }

    private static void MapEnforcement(RouteGroupBuilder acts)
    {
        acts.MapPost("/enforcement/plan", PlanEnforcement.Handle).For(Act.PlanEnforcement);
        acts.MapPost("/enforcement", EnforceOpinion.Handle).For(Act.Enforce);
        acts.MapPost("/enforcement/refusal", RefuseEnforcement.Handle).For(Act.RefuseEnforcement);
    }

    private static void MapSuggestions(RouteGroupBuilder acts)
    {
        acts.MapPost("/study", StudySuggestion.Handle).For(Act.StudySuggestion);
        acts.MapPost("/answer", AnswerSuggestion.Handle).For(Act.AnswerSuggestion);
        acts.MapPost("/answer/measure", CarryOutAdoption.Handle).For(Act.CarryOutAdoption);
        acts.MapPost("/answer/reward", RewardSuggestion.Handle).For(Act.RewardSuggestion);
    }

    private static void MapAccusations(RouteGroupBuilder acts)
    {
        acts.MapPost("/accusation/reception", ReceiveAccusation.Handle).For(Act.ReceiveAccusation);
        acts.MapPost("/accusation/verification", VerifyAccusation.Handle).For(Act.VerifyAccusation);
        acts.MapPost("/accusation/transfer", TransferAccusation.Handle).For(Act.TransferAccusation);
        acts.MapPost("/accusation/organisation", InformOrganisation.Handle).For(Act.InformOrganisation);
        acts.MapPost("/accusation/result", TellAccusationResult.Handle).For(Act.TellResult);
    }

    private static void For(this RouteHandlerBuilder endpoint, Act act) => endpoint.WithName(act.ToString()).WithMetadata(Flow.Of(act).Basis);
}
