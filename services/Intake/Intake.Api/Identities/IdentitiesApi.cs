using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Identities;

/// <summary>查看信访人是谁: with a reason and a trace; protected ones with the custodian's approval (art. 30, 个人信息保护法 51).</summary>
internal static class IdentitiesApi
{
    public static void MapIdentities(this IEndpointRouteBuilder app)
    {
        var readers = Duty.AnyOf(Duty.Register, Duty.Oversee, Duty.Handle, Duty.Head);
        var custodians = Duty.AnyOf(Duty.Oversee, Duty.Head);
        var identities = app.MapGroup("").WithTags("Identities");
        identities.MapPost("/petitions/{id:guid}/identity", RevealPetitioner.Handle).RequireAuthorization(readers).WithMetadata(Form.Authorization);
        identities.MapPost("/petitions/{id:guid}/identity/openings", AskForOpening.Handle).RequireAuthorization(readers).WithMetadata(Form.Authorization);
        identities.MapGet("/petitions/{id:guid}/identity/readings", ListReadings.Handle).RequireAuthorization(Duty.AnyOf(Duty.Register, Duty.Oversee, Duty.Audit, Duty.Handle, Duty.Head));
        identities.MapGet("/identity-openings", ListOpenings.Handle).RequireAuthorization(custodians);
        identities.MapPost("/identity-openings/{id:guid}/decision", DecideOpening.Handle).RequireAuthorization(custodians).WithMetadata(Form.Authorization);
        identities.MapGet("/identity-readings", ListReadings.All).RequireAuthorization(Duty.Audit);
    }
}
