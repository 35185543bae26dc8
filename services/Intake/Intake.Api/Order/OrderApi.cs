using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Order;

/// <summary>维护秩序 (arts. 26, 47), and the other side of it: nobody may retaliate against a petitioner (arts. 18, 46).</summary>
internal static class OrderApi
{
    public static void MapOrder(this IEndpointRouteBuilder app)
    {
        var order = app.MapGroup("").WithTags("Order");
        order.MapGet("/incidents", ListIncidents.Handle).RequireAuthorization(Duty.AnyOf(Duty.Register, Duty.Oversee, Duty.Supervise, Duty.Audit));
        order.MapPut("/incidents/{id:guid}", NoteIncident.Handle).RequireAuthorization(Duty.Register).WithMetadata(PetitionRegulations.Order);
        order.MapPost("/incidents/{id:guid}/responses", RespondToIncident.Handle).RequireAuthorization(Duty.AnyOf(Duty.Register, Duty.Oversee)).WithMetadata(PetitionRegulations.PetitionerLiability);
        order.MapGet("/retaliation", ListRetaliation.Handle).RequireAuthorization(Duty.AnyOf(Duty.Oversee, Duty.Handle, Duty.Head));
        order.MapPost("/retaliation/{id:guid}/measure", MeasureRetaliation.Handle).RequireAuthorization(Duty.AnyOf(Duty.Oversee, Duty.Head)).WithMetadata(PetitionRegulations.Retaliation);
    }
}
