namespace Xinfang.Portal.Api;

/// <summary>Why a warning does not stand in the way.</summary>
public sealed record AnswerView(string Rule, string Reason);

/// <summary>What the officer wrote of the opinion.</summary>
public sealed record OpinionTextView(string Facts, IReadOnlyList<ClaimView> Claims, IReadOnlyList<AnswerView> Answers);

/// <summary>退回意见.</summary>
public sealed record RemarkView(int Version, string By, DateOnly On, string Text);

/// <summary>The draft as it stands.</summary>
public sealed record DraftView(int Version, string Desk, string By, DateOnly SavedOn, OpinionTextView Text, string? CheckedBy, DateOnly? CheckedOn, IReadOnlyList<RemarkView> Remarks);

/// <summary>A saved version.</summary>
public sealed record VersionView(int Version, DateTimeOffset SavedAt, string By, string Hash);

/// <summary>作废.</summary>
public sealed record WithdrawalView(DateOnly SignedOn, DateOnly WithdrawnOn, string By, string Reason);

/// <summary>Something the checks before signature found.</summary>
public sealed record FindingView(string Rule, string Severity, int Paragraph, string Where, string Excerpt, string Message, bool Answered);

/// <summary>The opinion on its way to the signature.</summary>
public sealed record OpinionView
{
    /// <summary>Null while nothing is drafted.</summary>
    public DraftView? Draft { get; init; }
    /// <summary>Every saved version.</summary>
    public IReadOnlyList<VersionView> Versions { get; init; } = [];
    /// <summary>Signed opinions that were withdrawn.</summary>
    public IReadOnlyList<WithdrawalView> Withdrawals { get; init; } = [];
    /// <summary>As it would be issued today.</summary>
    public DocumentContent? Preview { get; init; }
    /// <summary>Of the draft.</summary>
    public IReadOnlyList<FindingView> Findings { get; init; } = [];
}

/// <summary>Defects of one code by one officer.</summary>
public sealed record DefectRow(string Organ, string Officer, string Code, string Severity, string Source, int Documents, int Defects);

/// <summary>Defects of a span of days.</summary>
public sealed record DefectsView(DateOnly From, DateOnly To, IReadOnlyList<DefectRow> Rows);

/// <summary>A document of the sample.</summary>
public sealed record SampleItem(Guid DocumentId, Guid PetitionId, string Organ, string Number, DateOnly IssuedOn, string? ReviewedBy = null, DateOnly? ReviewedOn = null, int? Defects = null);

/// <summary>The sample of a month.</summary>
public sealed record SampleView(string Month, double Share, int Documents, IReadOnlyList<SampleItem> Items);

/// <summary>CaseHandling's routes about documents.</summary>
public sealed class DocumentsClient(HttpClient http) : GatewayClient(http, "/api/case-handling")
{
    private readonly HttpClient _http = http;

    /// <summary>A document or a bundle as a file, passed on as it comes.</summary>
    /// <param name="path">Below the gateway's /api/.</param>
    /// <param name="ticket">Of the citizen's visit; null for staff.</param>
    public async Task<IResult> File(string path, string? ticket, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/" + path);
        if (ticket is not null) request.Headers.TryAddWithoutValidation(TicketHeader, ticket);
        using var response = await _http.SendAsync(request, ct);
        return response.IsSuccessStatusCode
            ? Results.File(await response.Content.ReadAsByteArrayAsync(ct), response.Content.Headers.ContentType?.MediaType, response.Content.Headers.ContentDisposition?.FileNameStar ?? "document")
            : Results.StatusCode((int)response.StatusCode);
    }

    /// <summary>案卷缺陷.</summary>
    public Task<Answer<DefectsView>> Defects(string? from, string? to, CancellationToken ct) =>
        Get<DefectsView>("/quality/defects" + IntakeClient.Query(("from", from), ("to", to)), ct: ct);

    /// <summary>抽查.</summary>
    public Task<Answer<SampleView>> Samples(string? month, CancellationToken ct) => Get<SampleView>("/quality/samples" + IntakeClient.Query(("month", month)), ct: ct);

    /// <summary>评查记录.</summary>
    public Task<Answer<Done>> Review(Guid document, object body, CancellationToken ct) => Post<Done>($"/quality/samples/{document}", body, ct: ct);

    /// <summary>The opinion on its way.</summary>
    public Task<Answer<OpinionView>> Opinion(Guid petition, CancellationToken ct) => Get<OpinionView>($"/petitions/{petition}/opinion", ct: ct);
}
