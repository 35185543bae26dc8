namespace Xinfang.Portal.Api;

/// <summary>统计分析 at the gateway. Everything takes the query of a period: from, until, basis, organ.</summary>
public sealed class InsightClient(HttpClient http) : GatewayClient(http, "/api/insight")
{
    /// <summary>All measures, with the period before and the year before.</summary>
    public Task<Answer<MeasureTable>> Measures(string query, CancellationToken ct) => Get<MeasureTable>("/measures" + query, ct: ct);

    /// <summary>One measure by a dimension.</summary>
    public Task<Answer<Ranking>> Ranking(string measure, string query, CancellationToken ct) => Get<Ranking>($"/measures/{Uri.EscapeDataString(measure)}/ranking{query}", ct: ct);

    /// <summary>One measure month by month.</summary>
    public Task<Answer<MeasureMonths>> Months(string measure, string query, CancellationToken ct) => Get<MeasureMonths>($"/measures/{Uri.EscapeDataString(measure)}/months{query}", ct: ct);

    /// <summary>Petitions by a dimension.</summary>
    public Task<Answer<PetitionCounts>> Counts(string query, CancellationToken ct) => Get<PetitionCounts>("/counts" + query, ct: ct);

    /// <summary>First petitions of each month, and how many were not seen again.</summary>
    public Task<Answer<FirstCohorts>> Cohorts(string query, CancellationToken ct) => Get<FirstCohorts>("/cohorts" + query, ct: ct);

    /// <summary>The petitions behind a figure.</summary>
    public Task<Answer<Page<CountedPetition>>> Petitions(string query, CancellationToken ct) => Get<Page<CountedPetition>>("/petitions" + query, ct: ct);

    /// <summary>How far the models are rebuilt.</summary>
    public Task<Answer<RebuildingState>> Rebuilding(CancellationToken ct) => Get<RebuildingState>("/rebuilding", ct: ct);

    /// <summary>Begins to rebuild them.</summary>
    public Task<Answer<RebuildingState>> Rebuild(CancellationToken ct) => Post<RebuildingState>("/rebuilding", null, ct: ct);

    /// <summary>Who has taken which tables away.</summary>
    public Task<Answer<Page<ExportedTable>>> Exports(string query, CancellationToken ct) => Get<Page<ExportedTable>>("/exports" + query, ct: ct);

    /// <summary>An exported table, passed on as it comes. That it was taken is on record.</summary>
    public async Task<IResult> File(string name, string? query, HttpContext to)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/insight/exports/{name}{query}", UriKind.Relative));
        using var response = await Http.SendAsync(asked, HttpCompletionOption.ResponseHeadersRead, to.RequestAborted);
        if (!response.IsSuccessStatusCode) return Results.StatusCode((int)response.StatusCode);
        to.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        to.Response.Headers.ContentDisposition = response.Content.Headers.ContentDisposition?.ToString();
        to.Response.Headers.CacheControl = "no-store";
        await response.Content.CopyToAsync(to.Response.Body, to.RequestAborted);
        return Results.Empty;
    }
}

/// <summary>A table that was taken away. Detail is the dimension of counts or the counter of petitions; Rows are without the head.</summary>
public sealed record ExportedTable(Guid Id, DateTimeOffset At, string Account, string ByName, string What, string Detail, DateOnly From, DateOnly Until, string Basis, string ScopeName, int Rows);

/// <summary>A measure of another period.</summary>
public sealed record OtherFigure(double? Number, string Value);

/// <summary>A measure. Kind is Share, Count or Mean.</summary>
public sealed record FigureRow(
    string Code, string Name, string Kind, string Formula, string Article, bool? HigherIsBetter, long Part, long All, double? Number, string Value, double? Low, double? High,
    OtherFigure Before, OtherFigure YearBefore, IReadOnlyList<string> PartCounters, IReadOnlyList<string> AllCounters);

/// <summary>The measures of a period, and every counter they are made of.</summary>
public sealed record MeasureTable(DateOnly From, DateOnly Until, string Basis, string? Organ, string ScopeName, DateTimeOffset? CountedAt, IReadOnlyList<FigureRow> Rows, IReadOnlyDictionary<string, long> Counters)
{
    /// <summary>The row of a measure, or null.</summary>
    public FigureRow? Find(string measure) => Rows.FirstOrDefault(row => row.Code == measure);

    /// <summary>What a counter says.</summary>
    public long Of(string counter) => Counters.GetValueOrDefault(counter);
}

/// <summary>A line of a ranking; Place is null with too few cases, or where neither more nor less is better.</summary>
public sealed record RankingLine(string Value, string Name, int? Place, long Part, long All, double? Number, string Text, double? Low, double? High, bool Enough);

/// <summary>A measure by a dimension.</summary>
public sealed record Ranking(string Code, string Name, string By, DateOnly From, DateOnly Until, int Minimum, IReadOnlyList<RankingLine> Lines);

/// <summary>A measure in a month.</summary>
public sealed record MeasurePoint(DateOnly Month, long Part, long All, double? Number, string Value, double? YearBefore, string YearBeforeValue);

/// <summary>A measure month by month.</summary>
public sealed record MeasureMonths(string Code, string Name, string Kind, IReadOnlyList<MeasurePoint> Points);

/// <summary>Petitions with one value of a dimension.</summary>
public sealed record CountLine(string Value, string Name, long Petitions, long First, long Repeats, long Closed, long Overdue);

/// <summary>Petitions by a dimension.</summary>
public sealed record PetitionCounts(string By, DateOnly From, DateOnly Until, string Basis, long Petitions, IReadOnlyList<CountLine> Rows);

/// <summary>How many were not seen again within so many days.</summary>
public sealed record CohortShare(int Days, long Unseen, long All, double? Number);

/// <summary>First petitions of a month.</summary>
public sealed record CohortMonth(DateOnly Of, long First, IReadOnlyList<CohortShare> Shares);

/// <summary>First petitions by month.</summary>
public sealed record FirstCohorts(IReadOnlyList<CohortMonth> Months);

/// <summary>A petition behind a figure.</summary>
public sealed record CountedPetition(
    Guid Id, string? Number, DateOnly? ReceivedOn, string? Organ, string OrganName, string? Street, string StreetName, string? Content, string ContentName, string? Channel, DateOnly? DueOn, bool Repeat, bool Closed);

/// <summary>How far rebuilding is.</summary>
public sealed record RebuildingState(bool Running, long Petitions, DateTimeOffset? BegunAt, DateTimeOffset? EndedAt, bool? Failed);
