using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Meetings;

internal static class MeetingsApi
{
    public static void MapMeetings(this RouteGroupBuilder governance)
    {
        var convene = Duty.AnyOf(Duty.Oversee, Duty.Lead);
        var meetings = governance.MapGroup("/meetings").RequireAuthorization(Readers.Office);
        meetings.MapGet("", ListMeetings.Handle);
        meetings.MapGet("/{id:guid}", GetMeeting.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        meetings.MapPut("/{id:guid}", CallMeeting.Handle).RequireAuthorization(convene).For(PetitionRegulations.JointConference);
        meetings.MapPost("/{id:guid}/opinions", GiveLegalOpinion.Handle).For(GovernanceLaw.Legality);
        meetings.MapPost("/{id:guid}/holding", HoldMeeting.Handle).For(PetitionRegulations.JointConference);
        meetings.MapPost("/{id:guid}/cancellation", CancelMeeting.Handle).For(PetitionRegulations.JointConference);
    }
}
