using Xinfang.Portal.Shell;

namespace Xinfang.Portal.Files;

/// <summary>The one script of the Portal: shows how far a file is. Without it the same button sends the same form.</summary>
internal static class FileScript
{
    private static readonly Asset Script = new("files.js", "text/javascript; charset=utf-8");

    /// <summary>Address with the hash of the content.</summary>
    public static string Href => $"/files.js?v={Script.Hash}";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/files.js", Script.Answer).AllowAnonymous().ExcludeFromDescription();
}
