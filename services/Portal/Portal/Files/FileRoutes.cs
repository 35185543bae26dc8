using Microsoft.AspNetCore.Mvc;
using Xinfang.Portal.Api;
using Xinfang.Portal.Sessions;
using Xinfang.Portal.Shell;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Portal.Files;

/// <summary>Where the forms with files are posted: files go on to Intake as they arrive, the rest is kept, and the page is shown again.</summary>
internal static class FileRoutes
{
    private static readonly string Readers = Duty.AnyOf(Duty.Register, Duty.Oversee, Duty.Audit, Duty.Handle, Duty.Check, Duty.Head);

    public static void Map(WebApplication app)
    {
        var largest = app.Configuration.GetValue("Attachments:FileMegabytes", 50L) << 20;
        // How large they may be, the gateway decides; the token is asked for while reading, because reading it first would read everything.
        app.MapPost("/submit/files", (HttpContext http, Drafts drafts, FilesClient files) => SubmitAsync(http, drafts, files, largest)).AllowAnonymous().ExcludeFromDescription().WithMetadata(new DisableRequestSizeLimitAttribute());
        app.MapPost("/progress/add/files", (HttpContext http, KeptFiles kept, FilesClient files) => KeepAsync(http, kept, files, Cookies.AddFiles, "/progress/add", largest))
            .AllowAnonymous().ExcludeFromDescription().WithMetadata(new DisableRequestSizeLimitAttribute());
        app.MapPost("/desk/register/files", (HttpContext http, KeptFiles kept, FilesClient files) => KeepAsync(http, kept, files, Cookies.RegisterFiles, "/desk/register", largest))
            .RequireAuthorization(Duty.Register).ExcludeFromDescription().WithMetadata(new DisableRequestSizeLimitAttribute());
        app.MapGet("/desk/petitions/{petition:guid}/attachments/{attachment:guid}", (Guid petition, Guid attachment, HttpContext http, FilesClient files) => files.Download(petition, attachment, http))
            .RequireAuthorization(Readers).ExcludeFromDescription();
        FileScript.Map(app);
    }

    private static async Task SubmitAsync(HttpContext http, Drafts drafts, FilesClient files, long largest)
    {
        var (ct, draft) = (http.RequestAborted, await drafts.Of(http, http.RequestAborted) ?? new Draft());
        if (await FilePost.ReadAsync(http, files, draft.UploadKey, largest) is not { } post)
        {
            await ErrorPages.Show(http, StatusCodes.Status400BadRequest);
            return;
        }
        // What was typed on another page of the form meanwhile stays.
        var now = await drafts.Of(http, ct) ?? draft;
        await drafts.Keep(http, now with { UploadKey = draft.UploadKey, FileProblems = post.Problems, Reached = post.Press is "next" or "save" && now.Reached == 2 ? 3 : now.Reached }, ct);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = (post.Press, post.Problems.Count) switch { ("save", _) => "/submit/saved", ("next", 0) => "/submit/4", _ => "/submit/3" };
    }

    private static async Task KeepAsync(HttpContext http, KeptFiles kept, FilesClient files, string cookie, string page, long largest)
    {
        var form = await kept.Of(http, cookie, http.RequestAborted);
        if (await FilePost.ReadAsync(http, files, form.Key, largest) is not { } post)
        {
            await ErrorPages.Show(http, StatusCodes.Status400BadRequest);
            return;
        }
        await kept.Keep(http, cookie, new(form.Key, post.Fields.Where(field => field.Key is not ("press" or "remove")).ToDictionary(), post.Problems), http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = page;
    }
}
