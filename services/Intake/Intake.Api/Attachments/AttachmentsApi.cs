using Microsoft.AspNetCore.Mvc;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Attachments;

internal static class AttachmentsApi
{
    /// <summary>As the documents: the office, and the organ that holds the petition.</summary>
    private static readonly string Readers = Duty.AnyOf(Duty.Register, Duty.Oversee, Duty.Audit, Duty.Handle, Duty.Check, Duty.Head, Duty.Feed);

    public static void AddAttachments(this IServiceCollection services)
    {
        services.AddSingleton<AttachmentSettings>();
        services.AddSingleton<FileStore>();
        services.AddSingleton<Blobs>();
        services.AddSingleton<Uploads>();
        services.AddSingleton<Receiving>();
        services.AddSingleton<IScanner>(all => all.GetRequiredService<AttachmentSettings>().Scanner is null ? new NoScanner() : ActivatorUtilities.CreateInstance<CommandScanner>(all));
        services.AddSingleton<AttachmentSweep>();
        services.AddHostedService(all => all.GetRequiredService<AttachmentSweep>());
    }

    /// <summary>Uploads are for everybody: whoever knows the key of the form. What they lead to is asked for when they are handed in.</summary>
    public static void MapAttachments(this IEndpointRouteBuilder app)
    {
        var uploads = app.MapGroup("/uploads").WithTags("Uploads").AllowAnonymous();
        // Counted while it is read: the server's own limit would cut a file off without a word.
        uploads.MapPut("/{id:guid}", UploadFile.Handle).Accepts<Stream>("application/octet-stream").WithMetadata(new DisableRequestSizeLimitAttribute());
        uploads.MapGet("", ListUploads.Handle);
        uploads.MapDelete("/{id:guid}", RemoveUpload.Handle);
        app.MapGet("/petitions/{id:guid}/attachments/{attachment:guid}", DownloadAttachment.Handle).WithTags("Petitions").RequireAuthorization(Readers);
    }
}
