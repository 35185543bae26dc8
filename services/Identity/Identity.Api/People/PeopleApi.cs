using Xinfang.Identity.Api.Accounts;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Identity.Api.People;

/// <summary>人员、职责: what the three administrators do, each their own part.</summary>
internal static class PeopleApi
{
    private static readonly string Administrators = Duty.AnyOf([.. DutyRules.Administrators]);

    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        var people = routes.MapGroup("/account/people").WithTags("人员");
        people.MapGet("", ListPeople.Handle).RequireAuthorization(Administrators);
        people.MapGet("/{account}", ReadPerson.Handle).RequireAuthorization(Administrators);
        people.MapPut("/{account}", SavePerson.Handle).RequireAuthorization(Duty.Administer);
        people.MapPost("/{account}/invitation", InvitePerson.Handle).RequireAuthorization(Duty.Administer);
        people.MapPost("/{account}/departure", LeavePerson.Handle).RequireAuthorization(Duty.Administer);
        people.MapPost("/{account}/return", ReturnPerson.Handle).RequireAuthorization(Duty.Administer);
        people.MapPost("/{account}/duties", GrantDuties.Handle).RequireAuthorization(Duty.Secure);
        people.MapPost("/{account}/second-factor/removal", RemoveFactor.Handle).RequireAuthorization(Duty.Secure);
        people.MapPost("/{account}/sessions/end", EndSessions.Handle).RequireAuthorization(Duty.Secure);
        routes.MapGet("/account/events", ListEvents.Handle).WithTags("人员").RequireAuthorization(Duty.Audit);
    }
}
