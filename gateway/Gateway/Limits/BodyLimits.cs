using System.Globalization;
using Microsoft.AspNetCore.Http.Features;

namespace Xinfang.Gateway.Limits;

/// <summary>How large a request may be: 1 MB, but for files on their way to Intake, photographs on their way to Outreach and the pages' forms that carry them.</summary>
internal sealed class BodyLimits(IConfiguration configuration)
{
    private const long Megabyte = 1024 * 1024;
    private const string Uploads = "/api/intake/uploads/";

    private const long Photograph = 11 * Megabyte; // Outreach takes 10 MB and says so itself

    private readonly long _file = Read(configuration, "Attachments:FileMegabytes", 50) * Megabyte;
    private readonly long _form = (Read(configuration, "Attachments:TotalMegabytes", 200) + 1) * Megabyte;

    /// <summary>Sends one file.</summary>
    public static bool IsFile(HttpRequest request) => HttpMethods.IsPut(request.Method) && (request.Path.Value ?? "").StartsWith(Uploads, StringComparison.OrdinalIgnoreCase);

    /// <summary>The largest body of this request; widens the server's own limit to it.</summary>
    public long Of(HttpContext http, long otherwise)
    {
        var largest = IsFile(http.Request) ? _file : IsForm(http.Request) ? _form : IsPhotograph(http.Request) ? Photograph : otherwise;
        if (largest != otherwise && http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature) feature.MaxRequestBodySize = largest + 1; // Intake counts to the byte and says it better
        return largest;
    }

    private static bool IsForm(HttpRequest request) => HttpMethods.IsPost(request.Method)
        && request.Path.Value is "/submit/files" or "/progress/add/files" or "/desk/register/files";

    private static bool IsPhotograph(HttpRequest request) => request.Path.Value is { } path
        && ((HttpMethods.IsPut(request.Method) && path.StartsWith("/api/outreach/activities/", StringComparison.OrdinalIgnoreCase) && path.Contains("/photos/", StringComparison.OrdinalIgnoreCase))
            || (HttpMethods.IsPost(request.Method) && path.StartsWith("/desk/outreach/activities/", StringComparison.OrdinalIgnoreCase) && path.EndsWith("/photos", StringComparison.OrdinalIgnoreCase)));

    private static long Read(IConfiguration configuration, string key, int otherwise)
    {
        if (configuration[key] is not { Length: > 0 } text) return otherwise;
        return int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new InvalidOperationException($"{key} must be a whole number above 0.");
    }
}
