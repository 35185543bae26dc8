namespace Xinfang.Portal.Api;

/// <summary>A published report in a list.</summary>
public sealed record PublishedReportRow(Guid Id, string Kind, string KindName, string Title, string Period, DateOnly PublishedOn);

/// <summary>A paragraph of a published report.</summary>
public sealed record PublishedParagraph(string? Heading, string Text, ReportTableView? Table = null);

/// <summary>A section of a published report.</summary>
public sealed record PublishedSection(string Heading, IReadOnlyList<PublishedParagraph> Paragraphs);

/// <summary>A published report.</summary>
public sealed record PublishedReportView(Guid Id, string Kind, string KindName, string Title, string Period, DateOnly PublishedOn, string Opening, IReadOnlyList<PublishedSection> Sections, string Note, string Law);

/// <summary>公开的报告 at the gateway.</summary>
public sealed class PublishedReportsClient(HttpClient http) : GatewayClient(http, "/api/insight")
{
    /// <summary>The latest year first.</summary>
    public Task<Answer<Page<PublishedReportRow>>> List(string? after, CancellationToken ct) => Get<Page<PublishedReportRow>>("/published-reports" + IntakeClient.Query(("limit", "20"), ("after", after)), ct: ct);

    /// <summary>One.</summary>
    public Task<Answer<PublishedReportView>> Read(Guid id, CancellationToken ct) => Get<PublishedReportView>($"/published-reports/{id}", ct: ct);
}
