using Xinfang.Portal.Api;
using Xinfang.Portal.Sessions;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Portal.Desk;

/// <summary>Documents as Word and PDF files, and the bundle of a petition: the Portal asks in the reader's name and passes on.</summary>
internal static class DocumentFiles
{
    private static readonly string Staff = Duty.AnyOf(Duty.Handle, Duty.Check, Duty.Head, Duty.Oversee, Duty.Supervise, Duty.Audit, Duty.Lead);

    private static readonly string Readers = Duty.AnyOf(Duty.Register, Duty.Handle, Duty.Check, Duty.Head, Duty.Oversee, Duty.Audit);

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var format in (string[])["docx", "pdf"])
        {
            app.MapGet($"/desk/documents/intake/{{petition:guid}}/{{id:guid}}.{format}", (Guid petition, Guid id, DocumentsClient documents, CancellationToken ct) =>
                documents.File($"intake/petitions/{petition}/documents/{id}.{format}", null, ct)).RequireAuthorization(Readers).ExcludeFromDescription();
            app.MapGet($"/progress/documents/intake/{{id:guid}}.{format}", async (Guid id, HttpContext http, Visit visit, DocumentsClient documents, CancellationToken ct) =>
                visit.Ticket(http) is { } ticket ? await documents.File($"intake/progress/documents/{id}.{format}", ticket, ct) : Results.LocalRedirect("/progress")).AllowAnonymous().ExcludeFromDescription();
            app.MapGet($"/desk/documents/case-handling/{{petition:guid}}/{{id:guid}}.{format}", (Guid petition, Guid id, DocumentsClient documents, CancellationToken ct) =>
                documents.File($"case-handling/petitions/{petition}/documents/{id}.{format}", null, ct)).RequireAuthorization(Staff).ExcludeFromDescription();
            app.MapGet($"/progress/documents/case-handling/{{petition:guid}}/{{id:guid}}.{format}", async (Guid petition, Guid id, HttpContext http, Visit visit, DocumentsClient documents, CancellationToken ct) =>
                visit.Ticket(http) is { } ticket ? await documents.File($"case-handling/petitions/{petition}/documents/{id}.{format}", ticket, ct) : Results.LocalRedirect("/progress")).AllowAnonymous().ExcludeFromDescription();
            foreach (var kind in (string[])["supervisions", "proposals"])
                app.MapGet($"/desk/supervision/{kind}/{{id:guid}}/letter.{format}", (Guid id, DocumentsClient documents, CancellationToken ct) =>
                    documents.File($"case-handling/supervision/{kind}/{id}/letter.{format}", null, ct)).RequireAuthorization(Staff).ExcludeFromDescription();
        }
        app.MapGet("/desk/petitions/{petition:guid}/bundle.zip", (Guid petition, DocumentsClient documents, CancellationToken ct) =>
            documents.File($"case-handling/petitions/{petition}/bundle", null, ct)).RequireAuthorization(Staff).ExcludeFromDescription();
    }
}
