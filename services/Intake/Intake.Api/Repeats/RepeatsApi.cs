using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Repeats;

internal static class RepeatsApi
{
    public static void MapRepeats(this IEndpointRouteBuilder app)
    {
        var petitions = app.MapGroup("/petitions/{id:guid}").WithTags("Repeats");
        petitions.MapGet("/candidates", ListCandidates.Handle).RequireAuthorization(Duty.Register);
        petitions.MapGet("/candidates/{other:guid}", ComparePetitions.Handle).RequireAuthorization(Duty.Register);
        petitions.MapPost("/repeats", ConfirmRepeat.Handle).RequireAuthorization(Duty.Register).WithMetadata(PetitionRegulations.Registration);
        petitions.MapPost("/repeats/{link:guid}/undoing", UndoRepeat.Handle).RequireAuthorization(Duty.Register).WithMetadata(PetitionRegulations.Registration);
    }
}
