namespace Xinfang.Portal.Api;

/// <summary>Somebody's turn in the reception hall: a number, never a name.</summary>
public sealed record TurnView
{
    /// <summary>The turn.</summary>
    public Guid Id { get; init; }
    /// <summary>A012.</summary>
    public string Label { get; init; } = "";
    /// <summary>Its day.</summary>
    public DateOnly Day { get; init; }
    /// <summary>反映新的事.</summary>
    public string KindText { get; init; } = "";
    /// <summary>New, Progress, Supplement, Appointment, Advice.</summary>
    public string Kind { get; init; } = "";
    /// <summary>How many came together.</summary>
    public int People { get; init; }
    /// <summary>优先.</summary>
    public bool Priority { get; init; }
    /// <summary>Waiting, Called, Receiving, Absent, Ended.</summary>
    public string Status { get; init; } = "";
    /// <summary>等候.</summary>
    public string StatusText { get; init; } = "";
    /// <summary>Whose window; null for the office.</summary>
    public OrganView? Organ { get; init; }
    /// <summary>Called to it.</summary>
    public int? Window { get; init; }
    /// <summary>How often.</summary>
    public int Calls { get; init; }
    /// <summary>When the number was taken.</summary>
    public DateTimeOffset TakenAt { get; init; }
    /// <summary>Minutes.</summary>
    public int WaitedMinutes { get; init; }
    /// <summary>已登记.</summary>
    public string? OutcomeText { get; init; }
    /// <summary>Organs that sit with the receiver.</summary>
    public IReadOnlyList<OrganView> Company { get; init; } = [];
}

/// <summary>An open window.</summary>
public sealed record WindowView(int Number, OrganView? Organ, string Account, bool Mine, string? Label);

/// <summary>The hall as the caller sees it.</summary>
public sealed record HallView
{
    /// <summary>Today.</summary>
    public DateOnly Day { get; init; }
    /// <summary>The caller's own window.</summary>
    public int? Window { get; init; }
    /// <summary>Who is at it.</summary>
    public TurnView? Current { get; init; }
    /// <summary>Open ones.</summary>
    public IReadOnlyList<WindowView> Windows { get; init; } = [];
    /// <summary>How many wait.</summary>
    public int WaitingCount { get; init; }
    /// <summary>In the order of being called, fifty at most.</summary>
    public IReadOnlyList<TurnView> Waiting { get; init; } = [];
    /// <summary>过号.</summary>
    public IReadOnlyList<TurnView> Absent { get; init; } = [];
    /// <summary>Numbers given out.</summary>
    public int Taken { get; init; }
    /// <summary>People received.</summary>
    public int Received { get; init; }
}

/// <summary>A number given out.</summary>
public sealed record TakenTurn(TurnView Turn, int Ahead, string? Advice = null);

/// <summary>A turn with what came of it.</summary>
public sealed record TurnDetail(TurnView Turn, int Ahead, string? PetitionNumber = null, Guid? PetitionId = null, string? CounselTopic = null, string? Leaflet = null, string? Note = null);

/// <summary>A day of the hall. Minutes; null where nobody was received.</summary>
public sealed record HallDay(DateOnly On, int Taken, int People, int Received, int Registered, int Counselled, int Guided, int Left, double? Waited = null, double? Waited90 = null, double? Received50 = null);

/// <summary>A number on the screen.</summary>
public sealed record CalledLine(string Label, int Window);

/// <summary>The screen in the hall.</summary>
public sealed record HallScreen(DateOnly Day, IReadOnlyList<CalledLine> Called, int Waiting, int OpenWindows);

/// <summary>The reception hall.</summary>
public sealed class HallClient(HttpClient http) : GatewayClient(http, "/api/intake")
{
    /// <summary>The hall.</summary>
    public Task<Answer<HallView>> Hall(CancellationToken ct) => Get<HallView>("/reception", ct: ct);

    /// <summary>The screen.</summary>
    public Task<Answer<HallScreen>> Screen(CancellationToken ct) => Get<HallScreen>("/reception/display", ct: ct);

    /// <summary>One turn.</summary>
    public Task<Answer<TurnDetail>> Turn(Guid id, CancellationToken ct) => Get<TurnDetail>($"/reception/turns/{id}", ct: ct);

    /// <summary>Newest first.</summary>
    public Task<Answer<Listed<HallDay>>> Days(string? before, CancellationToken ct) => Get<Listed<HallDay>>("/reception/days" + IntakeClient.Query(("before", before)), ct: ct);

    /// <summary>Takes a number.</summary>
    public Task<Answer<TakenTurn>> Take(Guid id, string kind, int people, bool priority, CancellationToken ct) => Put<TakenTurn>($"/reception/turns/{id}", new { kind, people, priority }, ct);

    /// <summary>open, close or next, at a window.</summary>
    public Task<Answer<Done>> AtWindow(int number, string act, CancellationToken ct) => Post<Done>($"/reception/windows/{number}/{act}", null, ct: ct);

    /// <summary>call, start, absence, return, referral, company or end, of a turn.</summary>
    public Task<Answer<Done>> Act(Guid id, string act, object? body, CancellationToken ct) => Post<Done>($"/reception/turns/{id}/{act}", body, ct: ct);
}
