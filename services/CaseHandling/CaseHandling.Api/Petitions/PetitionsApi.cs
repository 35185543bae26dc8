using Xinfang.CaseHandling.Domain;

namespace Xinfang.CaseHandling.Api.Petitions;

internal static class PetitionsApi
{
    public static void MapPetitions(this IEndpointRouteBuilder app)
    {
        var petitions = app.MapGroup("/petitions").WithTags("Petitions").RequireAuthorization(Staff.Viewers);
        petitions.MapGet("/", ListPetitions.Handle);
        petitions.MapGet("/counts", CountPetitions.Handle);
        petitions.MapGet("/{id:guid}", GetPetition.Handle);
        petitions.MapGet("/{id:guid}/record/verification", VerifyRecord.Handle);

        // Who may do an act is in the flow table, not in a policy: the refusal names the article.
        var acts = petitions.MapGroup("/{id:guid}").AddEndpointFilter<IfMatch>();
        Map(acts, Act.Claim, ClaimPetition.Handle);
        Map(acts, Act.Recuse, RecuseOfficer.Handle);
        Map(acts, Act.Contest, ContestAssignment.Handle);
        Map(acts, Act.DecideContestation, DecideContestation.Handle);
        Map(acts, Act.Accept, AcceptPetition.Handle);
        Map(acts, Act.Decline, DeclinePetition.Handle);
        Map(acts, Act.HearStatement, HearStatement.Handle);
        Map(acts, Act.Extend, GrantExtension.Handle);
        Map(acts, Act.ServeExtension, ServeExtension.Handle);
        Map(acts, Act.Decide, DecidePetition.Handle);
        Map(acts, Act.Serve, ServeOpinion.Handle);
        Map(acts, Act.Complete, CompletePetition.Handle);
    }

    private static void Map(RouteGroupBuilder acts, Act act, Delegate handle) =>
        acts.MapPost($"/{ActView.RouteOf(act)}", handle).WithName(act.ToString()).WithMetadata(Flow.Of(act).Basis);
}
