using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Intake.Api.Progress;

/// <summary>The petitioner's own routes: no account, a ticket. Anonymous for the token check, each handler reads the ticket.</summary>
internal static class ProgressApi
{
    public static void MapProgress(this IEndpointRouteBuilder app)
    {
        var progress = app.MapGroup("/progress").WithTags("Progress").AllowAnonymous().AddEndpointFilter<TryAgain<IntakeDb>>();
        progress.MapPost("/tickets", IssueTicket.Handle);
        progress.MapGet("", ReadProgress.Handle);
        progress.MapGet("/addressee", ReadAddressee.Handle);
        progress.MapGet("/documents/{id:guid}", ReadOwnDocument.Handle);
        progress.MapGet("/documents/{id:guid}.docx", DownloadOwnDocument.Word);
        progress.MapGet("/documents/{id:guid}.pdf", DownloadOwnDocument.Pdf);
        progress.MapPost("/rating", RatePetition.Handle);
        progress.MapPost("/supplements", SupplementPetition.Handle);
        progress.MapPost("/withdrawal", WithdrawPetition.Handle);
        progress.MapPost("/chases", ChasePetition.Handle);
        progress.MapGet("/messages", ReadOwnMessages.Handle);
        progress.MapPost("/messages", LeaveMessage.Handle);
        progress.MapPost("/retaliation", ComplainOfRetaliation.Handle);
    }
}
