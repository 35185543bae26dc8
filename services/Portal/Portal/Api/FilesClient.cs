using System.Text.Json;

namespace Xinfang.Portal.Api;

/// <summary>A file that was handed in, or is about to be.</summary>
public sealed record AttachmentView
{
    /// <summary>The file.</summary>
    public Guid Id { get; init; }
    /// <summary>As the person called it.</summary>
    public string Name { get; init; } = "";
    /// <summary>照片, PDF文件 …</summary>
    public string TypeName { get; init; } = "";
    /// <summary>In bytes.</summary>
    public long Size { get; init; }
    /// <summary>Material, LetterPage, Envelope.</summary>
    public string Kind { get; init; } = "";
    /// <summary>It may be downloaded.</summary>
    public bool Opens { get; init; }
    /// <summary>Why not.</summary>
    public string? Note { get; init; }
    /// <summary>Uploaded at.</summary>
    public DateTimeOffset At { get; init; }
    /// <summary>The supplement it came with.</summary>
    public int? Supplement { get; init; }

    /// <summary>3.4 MB, 120 KB.</summary>
    public string SizeText => Size >= 1024 * 1024
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Size / 1048576.0:0.#} MB")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Math.Max(1, Size / 1024)} KB");
}

/// <summary>How much may be handed in at once.</summary>
public sealed record FileLimits(long FileBytes, int Files, long TotalBytes, IReadOnlyList<FileLimits.Kind> Types)
{
    /// <summary>A kind of file that is taken.</summary>
    public sealed record Kind(string Code, string Name, IReadOnlyList<string> Extensions);
}

/// <summary>What was uploaded under the key of a form.</summary>
public sealed record UploadsView(IReadOnlyList<AttachmentView> Items, FileLimits Limits)
{
    /// <summary>In the order in which they are handed in.</summary>
    public IReadOnlyList<Guid> Ids => [.. Items.Select(item => item.Id)];
}

/// <summary>Files on their way to Intake and back: passed on as they stream, never held. Without the retries of other clients: a body that has been sent cannot be sent again.</summary>
public sealed class FilesClient(HttpClient http) : GatewayClient(http, "/api/intake")
{
    /// <summary>The key of a form.</summary>
    public const string KeyHeader = "X-Upload-Key";

    /// <summary>What is there.</summary>
    public Task<Answer<UploadsView>> List(string key, CancellationToken ct) => Send<UploadsView>(HttpMethod.Get, "/uploads", null, null, null, key, ct);

    /// <summary>Passes a file on; null when it was taken, else why not.</summary>
    public async Task<Problem?> Upload(string key, string name, Stream content, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/intake/uploads/{Guid.CreateVersion7()}") { Content = new StreamContent(content, 64 * 1024) };
        request.Content.Headers.ContentType = new("application/octet-stream");
        request.Headers.TryAddWithoutValidation(KeyHeader, key);
        request.Headers.TryAddWithoutValidation("X-File-Name", Uri.EscapeDataString(name));
        return await Send(request, ct);
    }

    /// <summary>Takes a file back that is not handed in yet.</summary>
    public async Task<Problem?> Remove(string key, Guid id, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"/api/intake/uploads/{id}");
        request.Headers.TryAddWithoutValidation(KeyHeader, key);
        return await Send(request, ct);
    }

    /// <summary>A file that was handed in, passed on to the reader as it comes.</summary>
    public async Task Download(Guid petition, Guid attachment, HttpContext to)
    {
        ArgumentNullException.ThrowIfNull(to);
        var ct = to.RequestAborted;
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/intake/petitions/{petition}/attachments/{attachment}");
        using var response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        to.Response.StatusCode = (int)response.StatusCode;
        if (!response.IsSuccessStatusCode) return;
        var headers = to.Response.Headers;
        to.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        to.Response.ContentLength = response.Content.Headers.ContentLength;
        headers.ContentDisposition = response.Content.Headers.ContentDisposition?.ToString() ?? "attachment";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers.CacheControl = "private, no-store";
        await response.Content.CopyToAsync(to.Response.Body, ct);
    }

    private async Task<Problem?> Send(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            using var response = await Http.SendAsync(request, ct);
            return response.IsSuccessStatusCode ? null : Problem.Parse((int)response.StatusCode, await response.Content.ReadAsStringAsync(ct), System.Diagnostics.Activity.Current?.TraceId.ToString());
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            System.Diagnostics.Activity.Current?.AddException(e);
            return Problem.NoAnswer(System.Diagnostics.Activity.Current?.TraceId.ToString());
        }
    }
}
