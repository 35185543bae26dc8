using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Xinfang.Portal.Api;
using Xinfang.Portal.Shell;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Portal.Desk.Imports;

/// <summary>The file a clerk chose, passed on in parts while it still comes in: never held as a whole, neither in memory nor on disk.</summary>
internal static class ImportFiles
{
    private const long Largest = 129L * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/desk/import/file", Take).RequireAuthorization(Duty.Register).ExcludeFromDescription();
        app.MapGet("/desk/import/{import:guid}/report.csv", (Guid import, ImportsClient imports, HttpContext http) => imports.File($"{import}/report.csv", http)).RequireAuthorization(Duty.Register).ExcludeFromDescription();
        foreach (var kind in (string[])["csv", "xlsx"])
            app.MapGet($"/desk/import/template.{kind}", (ImportsClient imports, HttpContext http) => imports.File($"template.{kind}", http)).RequireAuthorization(Duty.Register).ExcludeFromDescription();
    }

    private static async Task<IResult> Take(HttpContext http, ImportsClient imports, IAntiforgery antiforgery)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = Largest;
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and < 100 } boundary) return await Wrong(http);
        var reader = new MultipartReader(boundary, http.Request.Body);
        while (await reader.ReadNextSectionAsync(http.RequestAborted) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var named)) continue;
            if (named.Name == "__RequestVerificationToken")
            {
                // The token stands before the file; as a header it is checked without the form being read.
                using var token = new StreamReader(section.Body);
                http.Request.Headers["RequestVerificationToken"] = await token.ReadToEndAsync(http.RequestAborted);
            }
            // Without the header the check would look for the token in a form that has begun to flow.
            else if (named.Name == "file") return http.Request.Headers.ContainsKey("RequestVerificationToken") && await antiforgery.IsRequestValidAsync(http) ? await Pass(section.Body, NameOf(named), imports, http.RequestAborted) : await Wrong(http);
        }
        return await Wrong(http);
    }

    private static async Task<IResult> Pass(Stream file, string name, ImportsClient imports, CancellationToken ct)
    {
        if (name.Length == 0) return Refused("none");
        var import = Guid.CreateVersion7();
        if ((await imports.Begin(import, name, ct)).Refused(out var problem, out var begun)) return Refused(problem);
        var (part, size, content) = (1, 0L, new byte[begun.PartSize]);
        for (int read; (read = await file.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, ct)) > 0; part++)
        {
            size += read;
            if (await imports.Part(import, part, content.AsMemory(0, read), ct) is { } refused) return Refused(refused);
        }
        return (await imports.Check(import, size, ct)).Refused(out problem, out _) ? Refused(problem) : Results.LocalRedirect($"/desk/import/{import}?follow=1");
    }

    private static IResult Refused(Problem problem) => problem.Unauthenticated ? Results.LocalRedirect("/sign-in?over=1&back=%2Fdesk%2Fimport") : Refused(problem.Type.Replace("urn:xinfang:import.", "", StringComparison.Ordinal));

    private static IResult Refused(string code) => Results.LocalRedirect($"/desk/import?wrong={Uri.EscapeDataString(code)}");

    // Some browsers send the whole path.
    private static string NameOf(ContentDispositionHeaderValue named) =>
        (HeaderUtilities.RemoveQuotes(named.FileNameStar).Value is { Length: > 0 } star ? star : HeaderUtilities.RemoveQuotes(named.FileName).Value ?? "").Split('/', '\\')[^1];

    private static async Task<IResult> Wrong(HttpContext http)
    {
        await ErrorPages.Show(http, StatusCodes.Status400BadRequest);
        return Results.Empty;
    }
}
