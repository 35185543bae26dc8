using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Desk;

internal static class DeskApi
{
    public static void MapDesk(this IEndpointRouteBuilder app)
    {
        var petitions = app.MapGroup("/petitions").WithTags("Desk").RequireAuthorization(Duty.Register).WithMetadata(PetitionRegulations.Forwarding);
        petitions.MapPost("/forwarding", ForwardPetitions.Handle);
        petitions.MapPost("/{id:guid}/hold", HoldPetition.Handle);
        petitions.MapPost("/{id:guid}/hold/release", ReleasePetition.Handle);
    }
}
