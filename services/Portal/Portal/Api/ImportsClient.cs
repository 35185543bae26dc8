using System.Net.Http.Headers;

namespace Xinfang.Portal.Api;

/// <summary>A bulk import and how far it has come.</summary>
public sealed record ImportView
{
    /// <summary>The import.</summary>
    public Guid Id { get; init; }
    /// <summary>Uploading, Checking, Checked, Running, Done, Cancelled, Failed.</summary>
    public string State { get; init; } = "";
    /// <summary>正在试查.</summary>
    public string StateText { get; init; } = "";
    /// <summary>Name of the file.</summary>
    public string FileName { get; init; } = "";
    /// <summary>Bytes.</summary>
    public long Size { get; init; }
    /// <summary>Account.</summary>
    public string By { get; init; } = "";
    /// <summary>When it was begun.</summary>
    public DateTimeOffset At { get; init; }
    /// <summary>Rows read.</summary>
    public int Rows { get; init; }
    /// <summary>Rows that can be registered.</summary>
    public int Ready { get; init; }
    /// <summary>Rows that cannot.</summary>
    public int Refused { get; init; }
    /// <summary>Rows that are registered already.</summary>
    public int Known { get; init; }
    /// <summary>Rows registered by this import.</summary>
    public int Registered { get; init; }
    /// <summary>Headings that are not imported.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];
    /// <summary>Why it could not be read.</summary>
    public string? Failure { get; init; }
    /// <summary>The last day it is kept.</summary>
    public DateOnly KeptUntil { get; init; }
    /// <summary>What may be done with it.</summary>
    public IReadOnlyList<ActView> Acts { get; init; } = [];

    /// <summary>Something is being done in the background.</summary>
    public bool Busy => State is "Checking" or "Running";
}

/// <summary>A reason why a row cannot be registered.</summary>
public sealed record ImportFault(string Column, string Message, string Basis);

/// <summary>A row of the report.</summary>
public sealed record ImportRowView(int Row, string State, string Text, string? Number, Guid? PetitionId, string? PetitionNumber, IReadOnlyList<ImportFault> Faults);

/// <summary>A column of the file.</summary>
public sealed record ImportColumn(string Title, bool Needed, string Explanation, string Example);

/// <summary>An import begun.</summary>
public sealed record ImportBegun(Guid Id, int PartSize, long LargestFile);

/// <summary>Bulk imports.</summary>
public sealed class ImportsClient(HttpClient http) : GatewayClient(http, "/api/intake")
{
    /// <summary>Newest first.</summary>
    public Task<Answer<Page<ImportView>>> List(string? after, CancellationToken ct) => Get<Page<ImportView>>("/imports" + IntakeClient.Query(("after", after)), ct: ct);

    /// <summary>One.</summary>
    public Task<Answer<ImportView>> Of(Guid import, CancellationToken ct) => Get<ImportView>($"/imports/{import}", ct: ct);

    /// <summary>The report.</summary>
    public Task<Answer<Page<ImportRowView>>> Rows(Guid import, string? state, string? after, CancellationToken ct) =>
        Get<Page<ImportRowView>>($"/imports/{import}/rows" + IntakeClient.Query(("state", state), ("after", after), ("limit", "50")), ct: ct);

    /// <summary>What a file may hold.</summary>
    public Task<Answer<Listed<ImportColumn>>> Columns(CancellationToken ct) => Get<Listed<ImportColumn>>("/imports/columns", ct: ct);

    /// <summary>start or cancellation.</summary>
    public Task<Answer<Done>> Act(Guid import, string act, CancellationToken ct) => Post<Done>($"/imports/{import}/{act}", null, ct: ct);

    /// <summary>Begins one.</summary>
    public Task<Answer<ImportBegun>> Begin(Guid import, string fileName, CancellationToken ct) => Put<ImportBegun>($"/imports/{import}", new { fileName }, ct);

    /// <summary>Everything has been sent: look through it.</summary>
    public Task<Answer<Done>> Check(Guid import, long size, CancellationToken ct) => Post<Done>($"/imports/{import}/check", new { size }, ct: ct);

    /// <summary>Sends one part of the file.</summary>
    public async Task<Problem?> Part(Guid import, int part, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        using var body = new ReadOnlyMemoryContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        using var response = await Http.PutAsync(new Uri($"/api/intake/imports/{import}/parts/{part}", UriKind.Relative), body, ct);
        return response.IsSuccessStatusCode ? null : Problem.Parse((int)response.StatusCode, await response.Content.ReadAsStringAsync(ct), null);
    }

    /// <summary>Report or template, passed on as it comes and never held as a whole.</summary>
    public async Task<IResult> File(string path, HttpContext to)
    {
        using var response = await Http.GetAsync(new Uri("/api/intake/imports/" + path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, to.RequestAborted);
        if (!response.IsSuccessStatusCode) return Results.StatusCode((int)response.StatusCode);
        to.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        to.Response.Headers.ContentDisposition = response.Content.Headers.ContentDisposition?.ToString();
        to.Response.Headers.CacheControl = "no-store";
        await response.Content.CopyToAsync(to.Response.Body, to.RequestAborted);
        return Results.Empty;
    }
}
