namespace Xinfang.Portal.Shell;

/// <summary>The stylesheets and the icon, from the assembly: named by their content, kept by browsers for a year.</summary>
internal sealed class Stylesheet
{
    private static readonly Asset Css = new("xinfang.css", "text/css; charset=utf-8");
    private static readonly Asset Desk = new("desk.css", "text/css; charset=utf-8");
    private static readonly Asset Icon = new("icon.svg", "image/svg+xml");

    /// <summary>Address with the hash of the content.</summary>
    public static string Href => $"/xinfang.css?v={Css.Hash}";

    /// <summary>Address of what the staff console has beside: citizens never load it.</summary>
    public static string DeskHref => $"/desk.css?v={Desk.Hash}";

    /// <inheritdoc cref="Href"/>
    public static string IconHref => $"/icon.svg?v={Icon.Hash}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/xinfang.css", Css.Answer).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/desk.css", Desk.Answer).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/icon.svg", Icon.Answer).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/favicon.ico", Icon.Answer).AllowAnonymous().ExcludeFromDescription();
    }
}
