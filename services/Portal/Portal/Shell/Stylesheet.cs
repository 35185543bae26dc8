using System.IO.Compression;
using System.Security.Cryptography;

namespace Xinfang.Portal.Shell;

/// <summary>The one stylesheet and the icon, from the assembly: named by their content, kept by browsers for a year.</summary>
internal sealed class Stylesheet
{
    private static readonly Asset Css = new("xinfang.css", "text/css; charset=utf-8");
    private static readonly Asset Icon = new("icon.svg", "image/svg+xml");

    /// <summary>Address with the hash of the content.</summary>
    public static string Href => $"/xinfang.css?v={Css.Hash}";

    /// <inheritdoc cref="Href"/>
    public static string IconHref => $"/icon.svg?v={Icon.Hash}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/xinfang.css", Css.Answer).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/icon.svg", Icon.Answer).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/favicon.ico", Icon.Answer).AllowAnonymous().ExcludeFromDescription();
    }

    private sealed class Asset
    {
        private readonly string _type;
        private readonly byte[] _plain;
        private readonly byte[] _gzip;

        public Asset(string name, string type)
        {
            _type = type;
            using var stream = typeof(Stylesheet).Assembly.GetManifestResourceStream(name)
                ?? throw new InvalidOperationException($"{name} is not embedded.");
            using var plain = new MemoryStream();
            stream.CopyTo(plain);
            _plain = plain.ToArray();
            using var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize)) gzip.Write(_plain);
            _gzip = packed.ToArray();
            Hash = Convert.ToHexStringLower(SHA256.HashData(_plain))[..12];
        }

        public string Hash { get; }

        public IResult Answer(HttpContext http)
        {
            var headers = http.Response.Headers;
            headers.CacheControl = http.Request.Query["v"] == Hash ? "public, max-age=31536000, immutable" : "public, max-age=300";
            headers.Vary = "Accept-Encoding";
            if (!http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase)) return Results.Bytes(_plain, _type);
            headers.ContentEncoding = "gzip";
            return Results.Bytes(_gzip, _type);
        }
    }
}
