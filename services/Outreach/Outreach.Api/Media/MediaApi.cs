using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Caching.Memory;
using Xinfang.Documents.Rendering;
using Xinfang.Law;
using Xinfang.Outreach.Api.Library;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Outreach.Api.Media;

internal static class MediaApi
{
    /// <summary>One source, every medium: of a released text for everybody, of any version for its writers and reviewers.</summary>
    public static void MapMedia(this IEndpointRouteBuilder app)
    {
        var texts = app.MapGroup("/texts/{name}").WithTags("Media").AllowAnonymous().ProducesProblem(StatusCodes.Status404NotFound);
        texts.MapGet("/media", ReadWords.Released);
        texts.MapGet("/slide.html", ReadSlide.Released);
        texts.MapGet("/{medium}.pdf", DownloadPrint.Released).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

        var library = app.MapGroup("/library/{id:guid}/versions/{number:int}").WithTags("Media").RequireAuthorization(LibraryApi.Staff)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
        library.MapGet("/media", ReadWords.Version);
        library.MapGet("/slide.html", ReadSlide.Version);
        library.MapGet("/{medium}.pdf", DownloadPrint.Version).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    public static void AddMedia(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PrintShop>();
        builder.Services.AddScoped<PrintDesk>();
    }
}

/// <summary>Finds what is printed and where it is read.</summary>
internal sealed class PrintDesk(OutreachDb db, LegalClock clock, IConfiguration configuration)
{
    /// <summary>The gateway's address as people type it; no slash at the end.</summary>
    public string Site { get; } = (configuration["Outreach:PublicAddress"] ?? configuration["Identity:Issuer"] ?? "http://localhost:8080").TrimEnd('/');

    /// <summary>The public version of a text; null when it is not shown today.</summary>
    public async Task<Printed?> ReleasedAsync(string name, CancellationToken ct) =>
        await db.ShownAsync(name, clock.Now().Date, ct) is var (material, version) ? Of(material, version, true) : null;

    /// <summary>Any version.</summary>
    public async Task<Printed?> VersionAsync(Guid id, int number, CancellationToken ct) =>
        await db.MaterialAsync(id, ct) is { } material && material.Versions.SingleOrDefault(version => version.Number == number) is { } version ? Of(material, version, version.ReleasedAt is not null) : null;

    /// <summary>A text and one of its versions, as it is printed.</summary>
    public Printed Of(Material material, MaterialVersion version, bool released) => new(material.Slug, Vocabulary.NameOf(Vocabulary.Kinds, material.Kind.ToString()), version.Number, version.Content,
        $"{Site}/law/{material.Slug}", version.Content.Questions is { Count: > 0 } ? $"{Site}/law/{material.Slug}/quiz" : null,
        Moment.DateIn(version.ReleasedAt ?? version.WrittenAt), released);
}

/// <summary>Makes PDF files and keeps the last ones: a released version never changes.</summary>
internal sealed partial class PrintShop(ILogger<PrintShop> log) : IDisposable
{
    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = 64 * 1024 * 1024 });
    private SharedFonts? _fonts;

    private static readonly Dictionary<string, Func<Printed, PaperFonts, byte[]>> Media = new(StringComparer.Ordinal)
    {
        ["poster"] = Poster.Of, ["notice-a4"] = NoticeSheet.A4, ["notice-a3"] = NoticeSheet.A3, ["leaflet"] = Leaflet.Of,
    };

    /// <summary>The file; a problem when there is no such medium or no font.</summary>
    public Results<FileContentHttpResult, ProblemHttpResult> Print(Printed text, string medium)
    {
        if (!Media.TryGetValue(medium, out var print)) return Problems.Of("media.unknown", "没有这种印刷品。有海报poster、张贴页notice-a4和notice-a3、折页leaflet。", StatusCodes.Status404NotFound);
        var key = (text.Address, text.Version, medium);
        if (text.Released && _kept.TryGetValue(key, out byte[]? file)) return File(text, medium, file!);
        if (LazyInitializer.EnsureInitialized(ref _fonts, () => new(LogMissing)).Faces() is not { } faces)
            return Problems.Of("media.fonts-missing", "这台服务器没有装中文字体，暂时不能生成PDF。", StatusCodes.Status503ServiceUnavailable);
        file = print(text, faces);
        if (text.Released) _kept.Set(key, file, new MemoryCacheEntryOptions { Size = file.Length });
        return File(text, medium, file);
    }

    public void Dispose()
    {
        _kept.Dispose();
        _fonts?.Dispose();
    }

    private static FileContentHttpResult File(Printed text, string medium, byte[] file) => TypedResults.File(file, PdfFile.ContentType, $"{text.Slug}-{medium}.pdf");

    [LoggerMessage(Level = LogLevel.Error, Message = "No PDF can be written: the fonts are missing")]
    private partial void LogMissing(Exception exception);
}
