using Xinfang.CaseHandling.Api.Documents.Opinions;
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
        petitions.MapGet("/{id:guid}", GetPetition.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        petitions.MapGet("/{id:guid}/opinion", GetOpinion.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        petitions.MapGet("/{id:guid}/record/verification", VerifyRecord.Handle).ProducesProblem(StatusCodes.Status404NotFound);

        // Who may do an act is in the flow table, not in a policy: the refusal names the article.
        var acts = petitions.MapGroup("/{id:guid}").AddEndpointFilter<IfMatch>()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesValidationProblem();
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
    }

    private static void For(this RouteHandlerBuilder endpoint, Act act) => endpoint.WithName(act.ToString()).WithMetadata(Flow.Of(act).Basis);
}
