using Xinfang.Portal.Sessions;

namespace Xinfang.Portal.Shell;

/// <summary>关怀版: larger type and shorter pages, chosen by the person, remembered for a year. Nothing is guessed from age or device.</summary>
internal static class Look
{
    public static bool IsElder(HttpContext http) => http.Request.Cookies[Cookies.Look] == "elder";

    /// <summary>POST /look. Changes nothing but how pages look, so it carries no antiforgery token.</summary>
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/look", async (HttpContext http) =>
        {
            var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
            if (form["look"] == "elder") Cookies.Put(http, Cookies.Look, "elder", TimeSpan.FromDays(365));
            else Cookies.Drop(http, Cookies.Look);
            return Results.LocalRedirect(Local(form["back"]));
        }).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();

    /// <summary>An address of this site, or the home page.</summary>
    public static string Local(string? address) =>
        address is ['/', ..] && address is not (['/', '/', ..] or ['/', '\\', ..]) && address.Length < 2000 && Uri.TryCreate(address, UriKind.Relative, out _) ? address : "/";
}
