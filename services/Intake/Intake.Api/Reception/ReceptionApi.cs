using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Reception;

/// <summary>接访大厅: numbers, windows and the record of each reception (arts. 18, 20, 21). Windows of other organs are opened by their officers.</summary>
internal static class ReceptionApi
{
    public static void MapReception(this IEndpointRouteBuilder app)
    {
        app.MapGet("/reception/display", ReadDisplay.Handle).WithTags("Reception").AllowAnonymous();
        var hall = app.MapGroup("/reception").WithTags("Reception").RequireAuthorization(Duty.AnyOf(Duty.Register, Duty.Oversee, Duty.Handle)).WithMetadata(PetitionRegulations.JointReception);
        hall.MapGet("", ReadHall.Handle);
        hall.MapGet("/days", ListReceptionDays.Handle).RequireAuthorization(Duty.AnyOf(Duty.Register, Duty.Oversee));
        hall.MapPost("/windows/{number:int}/open", OpenWindow.Handle);
        hall.MapPost("/windows/{number:int}/close", CloseWindow.Handle);
        hall.MapPost("/windows/{number:int}/next", CallNext.Handle);
        hall.MapPut("/turns/{id:guid}", TakeTurn.Handle).RequireAuthorization(Duty.Register);
        hall.MapGet("/turns/{id:guid}", ReadTurn.Handle);
        hall.MapPost("/turns/{id:guid}/call", CallAgain.Handle);
        hall.MapPost("/turns/{id:guid}/start", ReceiveTurn.Handle);
        hall.MapPost("/turns/{id:guid}/absence", PassOver.Handle);
        hall.MapPost("/turns/{id:guid}/return", RejoinQueue.Handle).RequireAuthorization(Duty.Register);
        hall.MapPost("/turns/{id:guid}/referral", ReferTurn.Handle);
        hall.MapPost("/turns/{id:guid}/company", JoinReception.Handle);
        hall.MapPost("/turns/{id:guid}/end", EndReception.Handle);
    }
}
