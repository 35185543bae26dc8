using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Urgency;

internal static class UrgencyApi
{
    public static void MapUrgency(this IEndpointRouteBuilder app)
    {
        var office = Duty.AnyOf(Duty.Register, Duty.Oversee);
        var urgency = app.MapGroup("").WithTags("Urgency");
        urgency.MapGet("/escalations", ListEscalations.Handle).RequireAuthorization(Duty.AnyOf(Duty.Register, Duty.Oversee, Duty.Supervise, Duty.Audit));
        urgency.MapPost("/petitions/{id:guid}/escalations", EscalatePetition.Handle).RequireAuthorization(office).WithMetadata(PetitionRegulations.Escalation);
        urgency.MapPost("/petitions/{id:guid}/escalations/{number:int}/acknowledgements", AcknowledgeEscalation.Handle).RequireAuthorization(office).WithMetadata(PetitionRegulations.Escalation);
    }
}
