using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Outreach.Api.Library;

namespace Xinfang.Outreach.Api.Media;

/// <summary>A printed medium: GET /texts/{name}/{poster, notice-a4, notice-a3, leaflet}.pdf; of any version under /library.</summary>
internal static class DownloadPrint
{
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Released(string name, string medium, PrintDesk desk, PrintShop shop, HttpResponse response, CancellationToken ct)
    {
        if (await desk.ReleasedAsync(name, ct) is not { } text) return LibraryProblems.NotFound();
        response.Headers.CacheControl = "public, max-age=300";
        return shop.Print(text, medium);
    }

    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Version(Guid id, int number, string medium, PrintDesk desk, PrintShop shop, HttpResponse response, CancellationToken ct)
    {
        if (await desk.VersionAsync(id, number, ct) is not { } text) return LibraryProblems.NotFound();
        response.Headers.CacheControl = "no-store";
        return shop.Print(text, medium);
    }
}

/// <summary>The screen slide: GET /texts/{name}/slide.html; of any version under /library.</summary>
internal static class ReadSlide
{
    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> Released(string name, PrintDesk desk, CancellationToken ct) =>
        await desk.ReleasedAsync(name, ct) is { } text ? Html(text, "/screen/screen.css") : LibraryProblems.NotFound();

    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> Version(Guid id, int number, PrintDesk desk, CancellationToken ct) =>
        await desk.VersionAsync(id, number, ct) is { } text ? Html(text, "/screen/screen.css") : LibraryProblems.NotFound();

    private static ContentHttpResult Html(Printed text, string stylesheet) => TypedResults.Content(Slide.Page(text, stylesheet), "text/html", Encoding.UTF8);
}

/// <summary>What is said and sent: GET /texts/{name}/media; of any version under /library.</summary>
internal static class ReadWords
{
    /// <param name="Messages">短信, in parts of at most 70 characters.</param>
    /// <param name="Prints">Printed media, by name.</param>
    public sealed record Response(string Address, string? QuizAddress, IReadOnlyList<string> Messages, CounterScript Script, IReadOnlyList<string> Prints);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Released(string name, PrintDesk desk, CancellationToken ct) =>
        await desk.ReleasedAsync(name, ct) is { } text ? TypedResults.Ok(Of(text)) : LibraryProblems.NotFound();

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Version(Guid id, int number, PrintDesk desk, CancellationToken ct) =>
        await desk.VersionAsync(id, number, ct) is { } text ? TypedResults.Ok(Of(text)) : LibraryProblems.NotFound();

    private static Response Of(Printed text) => new(text.Address, text.QuizAddress, ShortMessages.Of(text), CounterScript.Of(text), ["poster", "notice-a4", "notice-a3", "leaflet"]);
}
