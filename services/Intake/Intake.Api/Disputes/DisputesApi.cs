using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Disputes;

internal static class DisputesApi
{
    public static void MapDisputes(this IEndpointRouteBuilder app)
    {
        var office = Duty.AnyOf(Duty.Register, Duty.Oversee);
        var disputes = app.MapGroup("/petitions/{id:guid}/dispute").WithTags("Disputes");
        disputes.MapPost("", OpenDispute.Handle).RequireAuthorization(office).WithMetadata(PetitionRegulations.JurisdictionDispute);
        disputes.MapPost("/outcome", DecideDispute.Handle).RequireAuthorization(office).WithMetadata(PetitionRegulations.JurisdictionDispute);
    }
}
