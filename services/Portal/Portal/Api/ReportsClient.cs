namespace Xinfang.Portal.Api;

/// <summary>A report in a list.</summary>
public sealed record ReportRow(
    Guid Id, string Kind, string KindName, string Title, string Period, DateOnly From, DateOnly Until, string Status, string StatusName, int ToWrite, DateOnly DraftedOn, DateOnly? ApprovedOn, DateOnly? SentOn, DateOnly? PublishedOn, bool Late);

/// <summary>A figure of a report, with where it comes from.</summary>
public sealed record ReportFigureView(string Code, string Name, DateOnly From, DateOnly Until, string Basis, long Part, long All, string Value, string? Before, Guid Snapshot);

/// <summary>A table of a report.</summary>
public sealed record ReportTableView(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>A paragraph of a report.</summary>
public sealed record ReportParagraphView(string Key, string Kind, string Text, string? Heading = null, IReadOnlyList<ReportFigureView>? Figures = null, ReportTableView? Table = null, string? Hint = null);

/// <summary>A section of a report.</summary>
public sealed record ReportSectionView(string Heading, IReadOnlyList<ReportParagraphView> Paragraphs);

/// <summary>The words of a report.</summary>
public sealed record ReportTextView(string Title, string Opening, IReadOnlyList<ReportSectionView> Sections);

/// <summary>What the checks found.</summary>
public sealed record ReportFindingView(string Rule, string Severity, int? Section, string? Paragraph, string Excerpt, string Message, bool Blocks);

/// <summary>The snapshot of a report.</summary>
public sealed record ReportSnapshotRow(Guid Id, DateTimeOffset TakenAt, string TakenBy, string Hash, bool Intact);

/// <summary>A report.</summary>
public sealed record ReportView(
    Guid Id, string Kind, string KindName, string Period, DateOnly From, DateOnly Until, string Basis, string BasisName, string Status, string StatusName, ReportTextView Text, int ToWrite, ReportSnapshotRow Snapshot,
    string DraftedBy, DateOnly DraftedOn, string? ApprovedBy, DateOnly? ApprovedOn, DateOnly? SendBy, DateOnly? SentOn, bool SentLate, DateOnly? PublishBy, DateOnly? PublishedOn, bool PublishedLate, DateOnly? WithdrawnOn, string? Reason,
    IReadOnlyList<ReportFindingView> Findings, IReadOnlyList<ActView> Acts, string Law, uint Version);

/// <summary>A measure, frozen.</summary>
public sealed record FrozenFigure(string Code, string Name, long Part, long All, double? Number, string Value);

/// <summary>A value of a dimension, frozen.</summary>
public sealed record FrozenRow(string? Value, string Name, long Petitions, long Repeats, long Closed, long Overdue);

/// <summary>Petitions by a dimension, frozen.</summary>
public sealed record FrozenCountsView(string By, IReadOnlyList<FrozenRow> Rows);

/// <summary>A period, frozen.</summary>
public sealed record FrozenPeriod(DateOnly From, DateOnly Until, string Basis, IReadOnlyList<FrozenFigure> Figures, IReadOnlyList<FrozenCountsView> Counts, Guid? Snapshot = null);

/// <summary>An item of the publishing calendar, frozen.</summary>
public sealed record FrozenItem(string Title, DateOnly DueOn, DateOnly? PublishedOn, string? Where, bool InTime);

/// <summary>The list of duties of an organ, frozen.</summary>
public sealed record FrozenDutiesView(string Name, int Items, int InTime, int Late, int Reported, int Open);

/// <summary>普法 of a year, frozen.</summary>
public sealed record FrozenOutreachView(IReadOnlyList<FrozenDutiesView> Duties, int Activities, int Attendance, int Materials);

/// <summary>培训 of a year, frozen.</summary>
public sealed record FrozenTrainingView(int Exams, IReadOnlyList<FrozenSatView> Sat, int Started, int Ended, int Visits, int BehindOrgans, int BehindPeople, IReadOnlyList<FrozenCoursesView>? Courses = null);

/// <summary>Sessions of one way of learning, frozen; hours in tenths.</summary>
public sealed record FrozenCoursesView(string Mode, int Count, int HourTenths, int Attendance);

/// <summary>Exams of an organ, frozen.</summary>
public sealed record FrozenSatView(string Name, int People, int Passed);

/// <summary>What was frozen.</summary>
public sealed record FrozenContent(FrozenPeriod Now, FrozenPeriod YearBefore, FrozenPeriod? Before = null, IReadOnlyList<FrozenItem>? Publishing = null, FrozenOutreachView? Outreach = null, FrozenTrainingView? Training = null);

/// <summary>A snapshot.</summary>
public sealed record SnapshotView(Guid Id, DateOnly From, DateOnly Until, string Basis, string BasisName, DateTimeOffset TakenAt, string TakenBy, string Hash, bool Intact, FrozenContent Content);

/// <summary>报告 at the gateway.</summary>
public sealed class ReportsClient(HttpClient http) : GatewayClient(http, "/api/insight")
{
    /// <summary>The latest periods first.</summary>
    public Task<Answer<Page<ReportRow>>> List(string? kind, string? year, string? after, CancellationToken ct) => Get<Page<ReportRow>>("/reports" + IntakeClient.Query(("kind", kind), ("year", year), ("after", after)), ct: ct);

    /// <summary>One.</summary>
    public Task<Answer<ReportView>> Of(Guid id, CancellationToken ct) => Get<ReportView>($"/reports/{id}", ct: ct);

    /// <summary>Drafts one.</summary>
    public Task<Answer<ReportView>> Draft(Guid id, object plan, CancellationToken ct) => Put<ReportView>($"/reports/{id}", plan, ct);

    /// <summary>Its words, of the version that was read.</summary>
    public Task<Answer<ReportView>> Write(Guid id, object text, string version, CancellationToken ct) => Send<ReportView>(HttpMethod.Put, $"/reports/{id}/text", text, null, null, null, ct, $"\"{version}\"");

    /// <summary>redrafting, approval, sending, publication, withdrawal.</summary>
    public Task<Answer<ReportView>> Act(Guid id, string act, object body, CancellationToken ct) => Post<ReportView>($"/reports/{id}/{act}", body, ct: ct);

    /// <summary>The figures of a report.</summary>
    public Task<Answer<SnapshotView>> Snapshot(Guid id, CancellationToken ct) => Get<SnapshotView>($"/snapshots/{id}", ct: ct);

    /// <summary>The report as a file, passed on as it comes.</summary>
    public async Task<IResult> File(Guid id, string file, CancellationToken ct)
    {
        using var response = await Http.GetAsync(new Uri($"/api/insight/reports/{id}/{file}", UriKind.Relative), ct);
        return response.IsSuccessStatusCode ? Results.File(await response.Content.ReadAsByteArrayAsync(ct), response.Content.Headers.ContentType?.MediaType, file) : Results.StatusCode((int)response.StatusCode);
    }
}
