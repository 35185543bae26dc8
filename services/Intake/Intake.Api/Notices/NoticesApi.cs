using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Notices;

/// <summary>通知: the queue as the office sees it, letters as they are printed and posted, and where the petitioner wants to be told.</summary>
internal static class NoticesApi
{
    private static readonly string Office = Duty.AnyOf(Duty.Register, Duty.Oversee, Duty.Audit);

    public static void MapNotices(this IEndpointRouteBuilder app)
    {
        var notices = app.MapGroup("/notices").WithTags("Notices");
        notices.MapGet("", ListNotices.Handle).RequireAuthorization(Office);
        notices.MapGet("/counts", CountNotices.Handle).RequireAuthorization(Office);
        notices.MapPost("/{id:guid}/retry", RetryNotice.Handle).RequireAuthorization(Duty.Register).WithMetadata(PetitionRegulations.Notice);
        notices.MapPost("/{id:guid}/letter", ChangeNoticeToPost.Handle).RequireAuthorization(Duty.Register).WithMetadata(PetitionRegulations.Notice);
        notices.MapPost("/{id:guid}/resolution", ResolveNotice.Handle).RequireAuthorization(Duty.Register).WithMetadata(PetitionRegulations.Notice);
        notices.MapPost("/{id:guid}/receipt", ReceiveNotice.Handle).RequireAuthorization(Duty.Register).WithMetadata(PetitionRegulations.Notice);
        notices.MapPut("/print-lists/{list:guid}", PrintNotices.Handle).RequireAuthorization(Duty.Register).WithMetadata(PetitionRegulations.Notice);
        notices.MapGet("/print-lists/{list:guid}", ReadPrintList.Handle).RequireAuthorization(Duty.Register).WithMetadata(PetitionRegulations.Notice);
        notices.MapPost("/print-lists/{list:guid}/posting", PostNotices.Handle).RequireAuthorization(Duty.Register).WithMetadata(PetitionRegulations.Notice);

        var own = app.MapGroup("/progress/contact").WithTags("Progress").AllowAnonymous().AddEndpointFilter<TryAgain<IntakeDb>>();
        own.MapGet("", ReadContact.Handle);
        own.MapPost("", ChooseContact.Handle);
    }
}
