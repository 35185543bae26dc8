namespace Xinfang.Portal.Api;

/// <summary>What outreach can choose among.</summary>
public sealed record OutreachCatalogue(IReadOnlyList<Choice> Forms, IReadOnlyList<Choice> Audiences, IReadOnlyList<Choice> Materials, IReadOnlyList<Choice> Streets);

/// <summary>An activity that serves an item.</summary>
public sealed record DutyActivity(Guid Id, string Title, DateOnly? On, string Street, string Status, string StatusText);

/// <summary>An item of the list of duties.</summary>
public sealed record DutyItemView(
    Guid Id, string Organ, string OrganName, int Year, string Item, string LegalText, string Audience, string Measures, string Owner, DateOnly DueOn, string Evidence,
    string Status, string StatusText, bool Overdue, bool InTime, DateOnly? RemindedOn, string? Report, DateOnly? ReportedOn, string? Remark, DateOnly? DecidedOn,
    IReadOnlyList<DutyActivity> Activities, IReadOnlyList<ActView> Acts, uint Version = 0);

/// <summary>An organ's list, counted.</summary>
public sealed record DutyCompletion(string Organ, string OrganName, int Items, int Done, int DoneInTime, int Reported, int Overdue);

/// <summary>The lists of a year, counted.</summary>
public sealed record DutyCompletions(int Year, IReadOnlyList<DutyCompletion> Rows);

/// <summary>A campaign.</summary>
public sealed record CampaignView(
    Guid Id, string Theme, string LegalTexts, string Goal, DateOnly From, DateOnly Until, int Target, string Status, string StatusText, bool Proposal, string? Reason, int Planned, int Held, int Joint, int Streets, IReadOnlyList<ActView> Acts);

/// <summary>An activity in a list.</summary>
public sealed record ActivityRow(Guid Id, string Title, DateOnly? On, string Street, string StreetName, string Community, IReadOnlyList<string> Forms, string Status, string StatusText, int Organisers, int? Attendance);

/// <summary>A joint organ.</summary>
public sealed record OrganiserView(string Organ, string OrganName, string Task, string Status, string StatusText, string? Note, DateOnly AskedOn, DateOnly? AnsweredOn, DateOnly? DoneOn);

/// <summary>What went out.</summary>
public sealed record MaterialView(string Kind, int Issued, int Returned);

/// <summary>What was asked about.</summary>
public sealed record ConsultedView(string Topic, int Count);

/// <summary>An activity.</summary>
public sealed record OutreachActivity(
    Guid Id, string Title, Guid? CampaignId, Guid? DutyItemId, Guid? RecommendationId, string? Topic, IReadOnlyList<string> Forms, IReadOnlyList<string> FormNames, string Street, string StreetName,
    string Community, string Place, DateOnly? On, IReadOnlyList<string> Audiences, IReadOnlyList<string> AudienceNames, IReadOnlyList<string> Staff, string Status, string StatusText,
    DateOnly? HeldOn, int? Attendance, int? Useful, int? NotUseful, string? Summary, string? Reason,
    IReadOnlyList<OrganiserView> Organisers, IReadOnlyList<MaterialView> Materials, IReadOnlyList<ConsultedView> Consultations, IReadOnlyList<Guid> Photos, IReadOnlyList<ActView> Acts, uint Version = 0);

/// <summary>A place where something was held.</summary>
public sealed record VenueView(string Street, string Community, string Place);

/// <summary>An organ's own task.</summary>
public sealed record TaskView(
    Guid ActivityId, string Title, DateOnly? On, string StreetName, string Community, string Place, string ActivityStatusText, string Task, string Status, string StatusText, string? Note, DateOnly AskedOn, IReadOnlyList<ActView> Acts);

/// <summary>An opinion of the superior office.</summary>
public sealed record GuidanceView(
    Guid Id, DateOnly On, string By, string Way, string WayText, string Opinion, string? Owner, DateOnly? DueOn, string Status, string StatusText, bool Overdue, string? Result, DateOnly? RectifiedOn, IReadOnlyList<ActView> Acts);

/// <summary>A year of guidance, and what was put right.</summary>
public sealed record GuidanceYear(int Year, int ToRectify, int Rectified, int InTime, IReadOnlyList<GuidanceView> Items, string? Next);

/// <summary>A month of the year.</summary>
public sealed record YearMonth(int Month, int Planned, int Held, IReadOnlyList<string> Forms, bool OneFormOnly);

/// <summary>A street, an audience or a form in the year.</summary>
public sealed record YearLine(string Code, string Name, int Planned, int Held);

/// <summary>The year.</summary>
public sealed record YearView(
    int Year, IReadOnlyList<YearMonth> Months, IReadOnlyList<YearLine> Streets, IReadOnlyList<YearLine> Audiences, IReadOnlyList<YearLine> Forms,
    IReadOnlyList<int> MonthsWithout, IReadOnlyList<string> StreetsWithout, IReadOnlyList<string> AudiencesWithout, IReadOnlyList<string> FormsWithout);

/// <summary>What the cases recommend.</summary>
public sealed record RecommendationView(
    Guid Id, string Signal, string Street, string StreetName, string Category, DateOnly WindowFrom, DateOnly WindowUntil, int Count, int Among, int ElsewhereCount, int ElsewhereAmong, double Expected, double Ratio, double Low, double High,
    int? YearBefore, string Theme, IReadOnlyList<string> Figures, IReadOnlyList<string> FormNames, string AudienceName, string? PartnerName, string Place, string Status, string StatusText, Guid? ActivityId, string? Reason, DateOnly FoundOn, IReadOnlyList<ActView> Acts);

/// <summary>A search of the cases.</summary>
public sealed record SearchedCases(int Found);

/// <summary>A street before and after.</summary>
public sealed record StreetChange(string Street, bool Reached, int Before, int After);

/// <summary>The figures of an effect.</summary>
public sealed record EffectEstimate(
    string Finding, int Months, int Reached, int NotReached, int ReachedBefore, int ReachedAfter, int OtherBefore, int OtherAfter, double? Difference, double? DifferenceLow, double? DifferenceHigh, double? Ratio, double? Low, double? High, double? Spread);

/// <summary>Before and after, against the other streets.</summary>
public sealed record EffectView(
    string? Topic, string Counted, DateOnly BeforeFrom, DateOnly BeforeUntil, DateOnly AfterFrom, DateOnly AfterUntil, DateOnly ReadyOn, bool SelectedByItsFigures, IReadOnlyList<StreetChange> Streets, EffectEstimate Estimate, string Says);

/// <summary>A measure.</summary>
public sealed record OutreachMeasure(string Code, string Name, double? Value, int Part, int? Whole, string Unit, string? Note = null);

/// <summary>The measures of the district or a street.</summary>
public sealed record MeasureRow(string? Street, string Name, IReadOnlyList<OutreachMeasure> Measures);

/// <summary>The measures of a quarter.</summary>
public sealed record MeasuresView(string Quarter, DateOnly From, DateOnly Until, IReadOnlyList<MeasureRow> Rows);

/// <summary>Duties, campaigns, activities, recommendations and measures, through Outreach.</summary>
public sealed class JointWorkClient(HttpClient http) : GatewayClient(http, "/api/outreach")
{
    /// <summary>What there is to choose among.</summary>
    public Task<Answer<OutreachCatalogue>> Catalogue(CancellationToken ct) => Get<OutreachCatalogue>("/catalogue", ct: ct);

    /// <summary>Anything, by its route.</summary>
    public Task<Answer<T>> Read<T>(string path, CancellationToken ct) where T : class => Get<T>(path, ct: ct);

    /// <summary>Makes something under an id.</summary>
    public Task<Answer<Done>> Make(string path, object body, CancellationToken ct) => Put<Done>(path, body, ct);

    /// <summary>An act.</summary>
    public Task<Answer<T>> Act<T>(string path, object body, CancellationToken ct) where T : class => Post<T>(path, body, ct: ct);

    /// <summary>An edit of the version that was read.</summary>
    public Task<Answer<Done>> Edit(string path, object body, string version, CancellationToken ct) => Send<Done>(HttpMethod.Post, path, body, null, null, null, ct, $"\"{version}\"");

    /// <summary>A photograph of an activity.</summary>
    public async Task<Problem?> Photo(Guid activity, Guid photo, Stream content, CancellationToken ct)
    {
        using var body = new StreamContent(content) { Headers = { ContentType = new("application/octet-stream") } };
        using var response = await Http.PutAsync(new Uri($"/api/outreach/activities/{activity}/photos/{photo}", UriKind.Relative), body, ct);
        return response.IsSuccessStatusCode ? null : Problem.Parse((int)response.StatusCode, await response.Content.ReadAsStringAsync(ct), null);
    }

    /// <summary>A table or a picture, passed on as it comes.</summary>
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
