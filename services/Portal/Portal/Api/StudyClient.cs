namespace Xinfang.Portal.Api;

/// <summary>培训 at the gateway: sessions, hours, needs, files and measures.</summary>
public sealed class StudyClient(HttpClient http) : GatewayClient(http, "/api/training")
{
    /// <summary>Coming or held ones.</summary>
    public Task<Answer<Page<SessionView>>> Sessions(bool past, string? after, CancellationToken ct) => Get<Page<SessionView>>("/sessions" + IntakeClient.Query(("past", past ? "true" : null), ("after", after)), ct: ct);

    /// <summary>One.</summary>
    public Task<Answer<SessionView>> Session(Guid id, CancellationToken ct) => Get<SessionView>($"/sessions/{id}", ct: ct);

    /// <summary>Plans one.</summary>
    public Task<Answer<SessionView>> Plan(Guid id, object plan, CancellationToken ct) => Put<SessionView>($"/sessions/{id}", plan, ct);

    /// <summary>Cancels one.</summary>
    public Task<Answer<SessionView>> Cancel(Guid id, CancellationToken ct) => Post<SessionView>($"/sessions/{id}/cancellation", null, ct: ct);

    /// <summary>What was done in it.</summary>
    public Task<Answer<SessionView>> WriteMinutes(Guid id, string text, CancellationToken ct) => Put<SessionView>($"/sessions/{id}/minutes", new { text }, ct);

    /// <summary>The code of the moment.</summary>
    public Task<Answer<SignInCode>> Code(Guid id, CancellationToken ct) => Get<SignInCode>($"/sessions/{id}/sign-in-code", ct: ct);

    /// <summary>Signs the caller in.</summary>
    public Task<Answer<SignedIn>> Attend(Guid id, string code, CancellationToken ct) => Post<SignedIn>($"/sessions/{id}/attendance", new { code }, ct: ct);

    /// <summary>The caller's hours.</summary>
    public Task<Answer<MyStudy>> Mine(CancellationToken ct) => Get<MyStudy>("/my/study", ct: ct);

    /// <summary>Hours by organ.</summary>
    public Task<Answer<StudyByOrgan>> ByOrgan(CancellationToken ct) => Get<StudyByOrgan>("/hours", ct: ct);

    /// <summary>Hours of outside platforms.</summary>
    public Task<Answer<HourImport>> Import(string csv, bool dryRun, CancellationToken ct) => Post<HourImport>("/hours/imports", new { csv, dryRun }, ct: ct);

    /// <summary>Needs.</summary>
    public Task<Answer<Page<NeedView>>> Needs(string? state, string? after, CancellationToken ct) => Get<Page<NeedView>>("/needs" + IntakeClient.Query(("state", state), ("after", after)), ct: ct);

    /// <summary>One need with coaching and effect.</summary>
    public Task<Answer<NeedFile>> Need(Guid id, CancellationToken ct) => Get<NeedFile>($"/needs/{id}", ct: ct);

    /// <summary>Looks for needs now.</summary>
    public Task<Answer<NeedSearch>> Search(CancellationToken ct) => Post<NeedSearch>("/needs/search", null, ct: ct);

    /// <summary>acceptance, declination or closing.</summary>
    public Task<Answer<Done>> Decide(Guid id, string act, object body, CancellationToken ct) => Post<Done>($"/needs/{id}/{act}", body, ct: ct);

    /// <summary>A line of the coaching ledger.</summary>
    public Task<Answer<Done>> Coach(Guid id, Guid entry, object body, CancellationToken ct) => Put<Done>($"/needs/{id}/coaching/{entry}", body, ct);

    /// <summary>Rates by organ.</summary>
    public Task<Answer<CaseRates>> Rates(string? signal, CancellationToken ct) => Get<CaseRates>("/needs/rates" + IntakeClient.Query(("signal", signal)), ct: ct);

    /// <summary>The caller's file, or that of an account.</summary>
    public Task<Answer<CompetenceFile>> File(string? account, CancellationToken ct) => Get<CompetenceFile>(account is null ? "/my/file" : $"/trainees/{Uri.EscapeDataString(account)}/file", ct: ct);

    /// <summary>Objects to the own file.</summary>
    public Task<Answer<Done>> ObjectTo(Guid id, string text, CancellationToken ct) => Put<Done>($"/my/file/objections/{id}", new { text }, ct);

    /// <summary>Objections without an answer.</summary>
    public Task<Answer<Objections>> Objections(CancellationToken ct) => Get<Objections>("/objections", ct: ct);

    /// <summary>Answers one.</summary>
    public Task<Answer<Done>> AnswerObjection(Guid id, string text, CancellationToken ct) => Post<Done>($"/objections/{id}/answer", new { text }, ct: ct);

    /// <summary>T-1 … T-7.</summary>
    public Task<Answer<TrainingMeasures>> Measures(int? year, int? quarter, CancellationToken ct) => Get<TrainingMeasures>("/measures" + IntakeClient.Query(("year", year), ("quarter", quarter)), ct: ct);
}

/// <summary>A session.</summary>
public sealed record SessionView(
    Guid Id, string Title, string Mode, string Form, string Topic, string TopicName, decimal Hours, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Place, string? Lecturer,
    IReadOnlyList<string> Organs, int? Round, bool Cancelled, string? Minutes, int Attended, bool Mine);

/// <summary>签到码.</summary>
public sealed record SignInCode(string Code, DateTimeOffset Until, int Attended);

/// <summary>签到 has been taken.</summary>
public sealed record SignedIn(Guid Session, string Title, decimal Hours, DateTimeOffset SignedInAt);

/// <summary>Hours of a topic.</summary>
public sealed record StudyTopic(string Code, string Name, decimal Required, decimal Done);

/// <summary>Hours of a mode.</summary>
public sealed record StudyByMode(string Mode, decimal Hours);

/// <summary>A line of the ledger.</summary>
public sealed record StudyLine(DateOnly On, string Title, string TopicName, string Mode, string Source, decimal Hours);

/// <summary>The caller's hours.</summary>
public sealed record MyStudy(int Year, string Rank, decimal Required, string Basis, decimal Done, decimal Missing, IReadOnlyList<StudyTopic> Topics, IReadOnlyList<StudyByMode> Modes, IReadOnlyList<StudyLine> Lines, IReadOnlyList<ToEvaluate>? ToEvaluate = null);

/// <summary>Hours of an organ.</summary>
public sealed record OrganStudy(string Organ, string Name, int People, int Met, decimal Hours, int Reminded, int Overdue);

/// <summary>Hours by organ.</summary>
public sealed record StudyByOrgan(int Year, IReadOnlyList<OrganStudy> Rows);

/// <summary>What became of a row.</summary>
public sealed record HourRow(int Number, string Result, string Text);

/// <summary>What became of a file of hours.</summary>
public sealed record HourImport(bool DryRun, int Entered, int Known, int Refused, IReadOnlyList<HourRow> Rows);

/// <summary>What was decided about a need.</summary>
public sealed record NeedDecision(string Means, string? Mentor, Guid? Exam, Guid? Session, string Note);

/// <summary>A need.</summary>
public sealed record NeedView(
    Guid Id, string Organ, string OrganName, string Signal, string SignalName, string Competency, string CompetencyName, string State, DateOnly FoundOn, DateOnly From, DateOnly Until, string Sentence, string Suggested,
    NeedDecision? Decision, string? DecidedBy, DateOnly? DecidedOn, string? Reason);

/// <summary>A line of the coaching ledger.</summary>
public sealed record CoachingLine(Guid Id, string Mentor, DateOnly On, decimal Hours, int Cases, string Text);

/// <summary>Before and after.</summary>
public sealed record NeedEffect(string Verdict, string Sentence);

/// <summary>A need with everything.</summary>
public sealed record NeedFile(NeedView Need, IReadOnlyList<CoachingLine> Coaching, NeedEffect? Effect);

/// <summary>How many were proposed.</summary>
public sealed record NeedSearch(int Proposed);

/// <summary>A rate of an organ.</summary>
public sealed record CaseRate(string Organ, string Name, int Cases, int Wrong, double? Rate, double? Low, double? High, bool Enough);

/// <summary>What is counted.</summary>
public sealed record CaseSignal(string Code, string Name, string Competency);

/// <summary>A share of the district.</summary>
public sealed record CaseShare(int Wrong, int Cases, double? Rate);

/// <summary>Rates by organ.</summary>
public sealed record CaseRates(string Signal, string Name, DateOnly From, DateOnly Until, int Least, CaseShare District, IReadOnlyList<CaseRate> Rows, IReadOnlyList<CaseSignal> Signals);

/// <summary>An exam in the file.</summary>
public sealed record FileExam(Guid Id, string Title, DateTimeOffset At, int Attempts, decimal? Best, bool? Passed);

/// <summary>Quality of the organ's cases.</summary>
public sealed record FileQuality(string Signal, string Name, string Competency, int Cases, int Wrong, double? Rate, double? Low, double? High, double? District);

/// <summary>An objection.</summary>
public sealed record FileObjection(Guid Id, string Text, DateTimeOffset RaisedAt, string? Answer, string? AnsweredBy, DateTimeOffset? AnsweredAt);

/// <summary>能力档案.</summary>
public sealed record CompetenceFile(
    string Account, string Organ, string OrganName, int Year, decimal Required, decimal Done, IReadOnlyList<FileExam> Exams, DateOnly QualityFrom, DateOnly QualityUntil, IReadOnlyList<FileQuality> Quality, IReadOnlyList<FileObjection> Objections, IReadOnlyList<FileDrill>? Drills = null, IReadOnlyList<Reminder>? Reminders = null, IReadOnlyList<FileNeed>? Needs = null);

/// <summary>A need of this person.</summary>
public sealed record FileNeed(Guid Id, string Name, string State, DateOnly FoundOn, string Sentence);

/// <summary>An objection that waits.</summary>
public sealed record OpenObjection(Guid Id, string Account, string Text, DateTimeOffset RaisedAt);

/// <summary>Objections that wait.</summary>
public sealed record Objections(IReadOnlyList<OpenObjection> Items);

/// <summary>A measure.</summary>
public sealed record TrainingMeasure(string Code, string Name, string Value, string Of);

/// <summary>Measures of a period.</summary>
public sealed record TrainingMeasures(int Year, int? Quarter, DateOnly From, DateOnly Until, IReadOnlyList<TrainingMeasure> Rows);
