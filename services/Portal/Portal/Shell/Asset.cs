using System.IO.Compression;
using System.Security.Cryptography;

namespace Xinfang.Portal.Shell;

/// <summary>A file of the assembly, answered plain or packed, kept by browsers as long as its content is the same.</summary>
internal sealed class Asset
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
