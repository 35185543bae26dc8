namespace Xinfang.Portal.Api;

/// <summary>A step or answer of a text, with the number that stands for it.</summary>
public sealed record TextSection(string Heading, string Text, string? Figure = null, string? FigureLabel = null);

/// <summary>A provision.</summary>
public sealed record TextBasis(string Instrument, int Number);

/// <summary>A question of the quiz; Right counts from 0.</summary>
public sealed record TextQuestion(string Text, IReadOnlyList<string> Options, int Right, string Why);

/// <summary>The one source of every medium.</summary>
public sealed record TextContent(string Title, string Lead, IReadOnlyList<TextSection> Sections, IReadOnlyList<TextBasis> Basis, IReadOnlyList<TextQuestion>? Questions = null);

/// <summary>A released text in the list.</summary>
public sealed record TextItem(Guid Id, string Slug, string Title, string Lead, string KindName, string Topic, string TopicName, DateOnly From);

/// <summary>A released text.</summary>
public sealed record TextView(
    Guid Id, string Slug, int Version, string KindName, string Topic, string TopicName, string AudienceName, string Title, string Lead, IReadOnlyList<TextSection> Sections, IReadOnlyList<string> Basis, DateOnly ReleasedOn,
    DateOnly? ValidUntil, int Questions);

/// <summary>The lists to choose from.</summary>
public sealed record TextVocabulary(IReadOnlyList<Choice> Kinds, IReadOnlyList<Choice> Topics, IReadOnlyList<Choice> Audiences);

/// <summary>A text in the desk's list.</summary>
public sealed record MaterialItem(Guid Id, string Slug, string Title, string KindName, string TopicName, string State, string StateName, int Latest, int? Public, DateOnly? ValidUntil, DateTimeOffset ChangedAt);

/// <summary>Who did what to a version.</summary>
public sealed record MaterialVersionView(
    int Number, string Title, IReadOnlyList<string> Writers, DateTimeOffset WrittenAt, string? CheckedBy, DateTimeOffset? CheckedAt, string? ReleasedBy, DateTimeOffset? ReleasedAt, string? WithdrawnBecause, DateTimeOffset? WithdrawnAt);

/// <summary>A text on the desk.</summary>
public sealed record MaterialDetail(
    Guid Id, string Slug, string Kind, string KindName, string Topic, string TopicName, string Audience, string AudienceName, int Latest, string State, string StateName, int? Public, DateOnly? ValidFrom, DateOnly? ValidUntil,
    uint RowVersion, TextContent Content, IReadOnlyList<string> Basis, string? ReturnedBecause, IReadOnlyList<MaterialVersionView> Versions, IReadOnlyList<string> Acts)
{
    /// <summary>This person may do it now.</summary>
    public bool May(string act) => Acts.Contains(act);
}

/// <summary>An earlier version.</summary>
public sealed record MaterialOld(Guid Id, MaterialVersionView Version, TextContent Content, IReadOnlyList<string> Basis);

/// <summary>What the counter says.</summary>
public sealed record SpokenScript(string Text, int Characters, int Seconds);

/// <summary>What is said and sent of a version.</summary>
public sealed record TextWords(string Address, string? QuizAddress, IReadOnlyList<string> Messages, SpokenScript Script);

/// <summary>普法资料 at the gateway.</summary>
public sealed class LibraryClient(HttpClient http) : GatewayClient(http, "/api/outreach")
{
    /// <summary>The lists.</summary>
    public Task<Answer<TextVocabulary>> Vocabulary(CancellationToken ct) => Get<TextVocabulary>("/texts/vocabulary", ct: ct);

    /// <summary>What everybody may read.</summary>
    public Task<Answer<Page<TextItem>>> Texts(string? topic, string? after, CancellationToken ct) => Get<Page<TextItem>>("/texts" + IntakeClient.Query(("topic", topic), ("after", after)), ct: ct);

    /// <summary>One of them.</summary>
    public Task<Answer<TextView>> Text(string name, CancellationToken ct) => Get<TextView>($"/texts/{Uri.EscapeDataString(name)}", ct: ct);

    /// <summary>The desk's list.</summary>
    public Task<Answer<Page<MaterialItem>>> List(string? state, string? after, CancellationToken ct) => Get<Page<MaterialItem>>("/library" + IntakeClient.Query(("state", state), ("after", after)), ct: ct);

    /// <summary>One on the desk.</summary>
    public Task<Answer<MaterialDetail>> Of(Guid id, CancellationToken ct) => Get<MaterialDetail>($"/library/{id}", ct: ct);

    /// <summary>An earlier version.</summary>
    public Task<Answer<MaterialOld>> Version(Guid id, int number, CancellationToken ct) => Get<MaterialOld>($"/library/{id}/versions/{number}", ct: ct);

    /// <summary>Messages and script of a version.</summary>
    public Task<Answer<TextWords>> Words(Guid id, int number, CancellationToken ct) => Get<TextWords>($"/library/{id}/versions/{number}/media", ct: ct);

    /// <summary>A new text.</summary>
    public Task<Answer<MaterialDetail>> Create(Guid id, string slug, string kind, object text, CancellationToken ct) => Put<MaterialDetail>($"/library/{id}", new { slug, kind, text }, ct);

    /// <summary>Changes the draft that was read as this row version.</summary>
    public Task<Answer<MaterialDetail>> Edit(Guid id, string rowVersion, object text, CancellationToken ct) =>
        Send<MaterialDetail>(HttpMethod.Put, $"/library/{id}/draft", text, null, null, null, ct, $"\"{rowVersion}\"");

    /// <summary>submission, check, return, release, withdrawal.</summary>
    public Task<Answer<MaterialDetail>> Act(Guid id, string act, object? body, CancellationToken ct) => Post<MaterialDetail>($"/library/{id}/{act}", body, ct: ct);

    /// <summary>A printed medium or a picture, passed on as it comes.</summary>
    public async Task<IResult> File(string path, HttpContext to)
    {
        using var response = await Http.GetAsync(new Uri("/api/outreach" + path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, to.RequestAborted);
        if (!response.IsSuccessStatusCode) return Results.StatusCode((int)response.StatusCode);
        to.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        to.Response.Headers.ContentDisposition = response.Content.Headers.ContentDisposition?.ToString();
        to.Response.Headers.CacheControl = "no-store";
        await response.Content.CopyToAsync(to.Response.Body, to.RequestAborted);
        return Results.Empty;
    }
}
