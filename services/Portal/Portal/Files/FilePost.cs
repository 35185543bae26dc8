using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Xinfang.Portal.Api;

namespace Xinfang.Portal.Files;

/// <summary>What a form with files held besides them, and why a file was not taken.</summary>
internal sealed record FilePost(IReadOnlyDictionary<string, string> Fields, IReadOnlyList<string> Problems)
{
    private const string Token = "__RequestVerificationToken";
    private const int LongestField = 64 * 1024;

    /// <summary>The button that was pressed.</summary>
    public string Press => Fields.GetValueOrDefault("press", "");

    /// <summary>
    /// Reads a form part by part and passes each file on while it arrives: the framework's own reading would put them on the disk, in the clear.
    /// Null when the form is not one of ours, or too old: the token has to come first.
    /// </summary>
    public static async Task<FilePost?> ReadAsync(HttpContext http, FilesClient files, string key, long largest)
    {
        var ct = http.RequestAborted;
        if (BoundaryOf(http.Request) is not { } boundary) return null;
        var reader = new MultipartReader(boundary, http.Request.Body) { HeadersCountLimit = 8 };
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        List<string> problems = [];
        var genuine = false;
        while (await reader.ReadNextSectionAsync(ct) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)) return null;
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            if (!disposition.IsFileDisposition())
            {
                if (await TextAsync(section.Body, ct) is not { } text) return null;
                fields[name] = text.Replace("\r\n", "\n", StringComparison.Ordinal);
                if (name == Token) http.Request.Headers["RequestVerificationToken"] = text;
                continue;
            }
            if (!genuine && !(genuine = await IsGenuineAsync(http, fields))) return null;
            var file = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();
            if (file.Length == 0) continue; // nothing was chosen
            using var counted = new Counted(section.Body, largest);
            if (await files.Upload(key, file, counted, ct) is { } refused)
                problems.Add($"“{Short(file)}”没有收下：{(counted.TooLarge ? $"一个文件最大{largest >> 20}MB。请拍小一点，或者分成几个文件。" : refused.Title)}");
        }
        return genuine || await IsGenuineAsync(http, fields)
            ? new FilePost(fields.Where(field => !field.Key.StartsWith('_')).ToDictionary(), await RemoveAsync(fields, files, key, problems, ct))
            : null;
    }

    private static async Task<List<string>> RemoveAsync(Dictionary<string, string> fields, FilesClient files, string key, List<string> problems, CancellationToken ct)
    {
        if (Guid.TryParse(fields.GetValueOrDefault("remove"), out var id) && await files.Remove(key, id, ct) is { NotFound: false } refused) problems.Add($"没有删掉：{refused.Title}");
        return problems;
    }

    // Without its token in the header, the framework would look for it by reading the whole form.
    private static async Task<bool> IsGenuineAsync(HttpContext http, Dictionary<string, string> fields) =>
        fields.ContainsKey(Token) && await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http);

    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 100 } boundary
            ? boundary.ToString()
            : null;

    private static async Task<string?> TextAsync(Stream body, CancellationToken ct)
    {
        var bytes = new byte[LongestField];
        var read = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        return read < bytes.Length ? Encoding.UTF8.GetString(bytes, 0, read) : null;
    }

    private static string Short(string name) => name.Length <= 40 ? name : name[..40] + "…";
}
