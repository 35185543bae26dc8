using Xinfang.Portal.Api;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Portal.Desk.Library;

/// <summary>Printed media and session codes, fetched with the signed-in person's token and passed on.</summary>
internal static class LibraryFiles
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var staff = Duty.AnyOf(Duty.Teach, Duty.Oversee);
        foreach (var medium in (string[])["poster", "notice-a4", "notice-a3", "leaflet"])
            app.MapGet($"/desk/library/{{id:guid}}/versions/{{number:int}}/{medium}.pdf", (Guid id, int number, LibraryClient library, HttpContext http) => library.File($"/library/{id}/versions/{number}/{medium}.pdf", http))
                .RequireAuthorization(staff).ExcludeFromDescription();
        app.MapGet("/desk/library/{id:guid}/versions/{number:int}/slide.html", (Guid id, int number, LibraryClient library, HttpContext http) => library.File($"/library/{id}/versions/{number}/slide.html", http))
            .RequireAuthorization(staff).ExcludeFromDescription();
        foreach (var phase in (string[])["Before", "After"])
            app.MapGet($"/desk/quizzes/{{code}}/{phase}.svg", (string code, LibraryClient library, HttpContext http) => library.File($"/quiz-sessions/{Uri.EscapeDataString(code)}/{phase}.svg", http))
                .RequireAuthorization(staff).ExcludeFromDescription();
    }
}
