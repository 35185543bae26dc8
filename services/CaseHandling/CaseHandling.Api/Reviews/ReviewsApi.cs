using Xinfang.CaseHandling.Domain.Reviews;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Reviews;

internal static class ReviewsApi
{
    public static void MapReviews(this IEndpointRouteBuilder app)
    {
        // The petitioner's: no account, a ticket.
        var own = app.MapGroup("/petitions/{id:guid}/reviews").WithTags("Reviews").AllowAnonymous()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound);
        own.MapGet("", ReadRight.Handle);
        own.MapPost("", RequestReview.Handle).AddEndpointFilter<InTurn>().WithMetadata(PetitionRegulations.Review)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesValidationProblem();

        var reviews = app.MapGroup("/reviews").WithTags("Reviews").RequireAuthorization(Staff.Viewers)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        reviews.MapGet("/", ListReviews.Handle);
        reviews.MapGet("/counts", CountReviews.Handle);
        reviews.MapGet("/{id:guid}", GetReview.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        reviews.MapPut("/{id:guid}", RegisterReview.Handle).RequireAuthorization(Duty.Handle).WithMetadata(PetitionRegulations.Review)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesValidationProblem();

        // Who may do an act is in the flow table, not in a policy: the refusal names the article.
        var acts = reviews.MapGroup("/{id:guid}").AddEndpointFilter<InTurn>()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesValidationProblem();
        acts.MapPost("/claim", ClaimReview.Handle).For(ReviewAct.Claim);
        acts.MapPost("/recusal", RecuseReviewer.Handle).For(ReviewAct.Recuse);
        acts.MapPost("/acceptance", AcceptRequest.Handle).For(ReviewAct.Accept);
        acts.MapPost("/rejection", RejectRequest.Handle).For(ReviewAct.Reject);
        acts.MapPost("/hearings", HearReview.Handle).For(ReviewAct.Hear);
        acts.MapPost("/proposal", ProposeOpinion.Handle).For(ReviewAct.Propose);
        acts.MapPost("/decision", DecideReview.Handle).For(ReviewAct.Decide);
        acts.MapPost("/service", ServeReview.Handle).For(ReviewAct.Serve);

        var care = app.MapGroup("/petitions/{id:guid}/care").WithTags("Care").RequireAuthorization(Staff.Viewers).WithMetadata(PetitionRegulations.CareAfterFinal)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
        care.MapGet("", ReadCare.Handle);
        care.MapPost("/contact", NameCareContact.Handle).AddEndpointFilter<InTurn>().ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesValidationProblem();
        care.MapPost("/measures", GiveCare.Handle).AddEndpointFilter<InTurn>().ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesValidationProblem();
    }

    private static void For(this RouteHandlerBuilder endpoint, ReviewAct act) => endpoint.WithName($"Review{act}").WithMetadata(ReviewFlow.Of(act).Basis);
}
