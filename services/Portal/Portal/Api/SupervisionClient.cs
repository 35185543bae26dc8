using Xinfang.Law;

namespace Xinfang.Portal.Api;

/// <summary>What somebody wrote on a day.</summary>
public sealed record NoteView(DateOnly On, string By, string Text);

/// <summary>How much waits in supervision, for the caller.</summary>
public sealed record SupervisingCounts(
    int Proposed, int Open, int Overdue, int Answered, int Violations, int Drafts = 0, int Proposals = 0, int Tasks = 0, int Reported = 0, int Measures = 0, int Packages = 0, int ToClose = 0);

/// <summary>A step of the warning ladder that a term has reached.</summary>
public sealed record WarningView(TermView Term, int Percent, string Name, DateOnly? Told = null);

/// <summary>督办和预警 of one petition.</summary>
public sealed record PetitionSupervising
{
    /// <summary>The name of the policy.</summary>
    public string Policy { get; init; } = "";
    /// <summary>Its steps in percent.</summary>
    public IReadOnlyList<int> Ladder { get; init; } = [];
    /// <summary>Reached today.</summary>
    public IReadOnlyList<WarningView> Warnings { get; init; } = [];
    /// <summary>督办.</summary>
    public IReadOnlyList<SupervisionView> Supervisions { get; init; } = [];
    /// <summary>Recorded violations.</summary>
    public int Violations { get; init; }
    /// <summary>领导包案 that is running.</summary>
    public Guid? Package { get; init; }
    /// <summary>The caller may begin a supervision.</summary>
    public bool MayPropose { get; init; }
    /// <summary>The caller may put a leader in charge.</summary>
    public bool MayPackage { get; init; }
}

/// <summary>A violation code.</summary>
public sealed record ViolationCodeView(string Code, string Words, string Basis);

/// <summary>One thing of supervision; its kinds say what they show.</summary>
public abstract record FiledView
{
    /// <summary>The thing.</summary>
    public Guid Id { get; init; }
    /// <summary>The petition, where it is about one.</summary>
    public Guid? PetitionId { get; init; }
    /// <summary>信访编号.</summary>
    public string? Number { get; init; }
    /// <summary>The organ it concerns.</summary>
    public string OrganName { get; init; } = "";
    /// <summary>In English.</summary>
    public string Status { get; init; } = "";
    /// <summary>In Chinese.</summary>
    public string StatusText { get; init; } = "";
    /// <summary>The term, where one is counted.</summary>
    public TermView? Term { get; init; }
    /// <summary>The day that was set.</summary>
    public DateOnly? DueOn { get; init; }
    /// <summary>That day has passed.</summary>
    public bool Overdue { get; init; }
    /// <summary>What the caller may do.</summary>
    public IReadOnlyList<ActView> Acts { get; init; } = [];

    /// <summary>In lists and as heading.</summary>
    public abstract string Title { get; }
    /// <summary>The letter that can be had as a file, by name; null where there is none.</summary>
    public virtual string? Letter => null;
    /// <summary>Label and value, in the order of reading.</summary>
    public abstract IEnumerable<(string Label, string? Value)> Facts();
    /// <summary>What people wrote, with a heading each.</summary>
    public virtual IEnumerable<(string Heading, NoteView Note)> Notes() => [];
    /// <summary>Lines under a heading: demands, an agenda.</summary>
    public virtual IEnumerable<(string Heading, IEnumerable<string> Lines)> Lists() => [];

    private protected static string? Day(DateOnly? day) => day is { } on ? ChineseDates.Full(on) : null;
}

/// <summary>督办.</summary>
public sealed record SupervisionView : FiledView
{
    /// <summary>Why.</summary>
    public string CauseText { get; init; } = "";
    /// <summary>The fact.</summary>
    public string Trigger { get; init; } = "";
    /// <summary>Account or system.</summary>
    public string ProposedBy { get; init; } = "";
    /// <summary>When.</summary>
    public DateOnly ProposedOn { get; init; }
    /// <summary>督办函文号.</summary>
    public string? LetterNumber { get; init; }
    /// <summary>When the letter left.</summary>
    public DateOnly? OpenedOn { get; init; }
    /// <summary>Account.</summary>
    public string? Supervisor { get; init; }
    /// <summary>How often pressed.</summary>
    public int Pressings { get; init; }
    /// <summary>When answered.</summary>
    public DateOnly? AnsweredOn { get; init; }
    /// <summary>When closed.</summary>
    public DateOnly? ClosedOn { get; init; }
    /// <summary>What is demanded.</summary>
    public IReadOnlyList<string> Demands { get; init; } = [];
    /// <summary>What the supervisor adds.</summary>
    public string? Remark { get; init; }
    /// <summary>Answers.</summary>
    public IReadOnlyList<NoteView> Answers { get; init; } = [];
    /// <summary>Why pressed.</summary>
    public IReadOnlyList<NoteView> PressingNotes { get; init; } = [];
    /// <summary>Result.</summary>
    public NoteView? Closing { get; init; }
    /// <summary>Why not followed.</summary>
    public NoteView? Dismissal { get; init; }

    /// <inheritdoc/>
    public override string Title => CauseText;

    /// <inheritdoc/>
    public override string? Letter => LetterNumber is null ? null : "督办函";

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string? Value)> Facts() =>
    [
        ("情形", CauseText), ("事实", Trigger), ("承办单位", OrganName), ("提出", $"{Day(ProposedOn)}{(ProposedBy == "system" ? "，系统按事实提出" : $"，{ProposedBy}")}"),
        ("督办函", LetterNumber), ("发出", Day(OpenedOn)), ("督查人员", Supervisor), ("再次督办", Pressings > 0 ? $"{Pressings}次" : null), ("补充说明", Remark),
        ("答复", Day(AnsweredOn)), ("办结", Day(ClosedOn)),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Heading, IEnumerable<string> Lines)> Lists() => Demands.Count > 0 ? [("督办要求", Demands)] : [];

    /// <inheritdoc/>
    public override IEnumerable<(string Heading, NoteView Note)> Notes() =>
    [
        .. Answers.Select(note => ("单位答复", note)).Concat(PressingNotes.Select(note => ("再次督办", note))).OrderBy(each => each.note.On),
        .. Closing is null ? [] : new[] { ("督办办结", Closing) }, .. Dismissal is null ? [] : new[] { ("不予督办", Dismissal) },
    ];
}

/// <summary>违规记录.</summary>
public sealed record ViolationView : FiledView
{
    /// <summary>V44-3.</summary>
    public string Code { get; init; } = "";
    /// <summary>In words.</summary>
    public string CodeText { get; init; } = "";
    /// <summary>The provision.</summary>
    public string Basis { get; init; } = "";
    /// <summary>What shows it.</summary>
    public string Fact { get; init; } = "";
    /// <summary>When.</summary>
    public DateOnly FoundOn { get; init; }
    /// <summary>By whom.</summary>
    public string FoundBy { get; init; } = "";
    /// <summary>What a person found.</summary>
    public string? Finding { get; init; }
    /// <summary>改正.</summary>
    public NoteView? Correction { get; init; }
    /// <summary>撤销.</summary>
    public NoteView? Withdrawal { get; init; }

    /// <inheritdoc/>
    public override string Title => $"{Code} {CodeText}";

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string? Value)> Facts() =>
        [("违规", CodeText), ("依据", Basis), ("责任单位", OrganName), ("事实", Fact), ("发现", $"{Day(FoundOn)}{(FoundBy == "system" ? "，系统按事实记录" : $"，{FoundBy}")}"), ("情况", Finding)];

    /// <inheritdoc/>
    public override IEnumerable<(string Heading, NoteView Note)> Notes() =>
        [.. Correction is null ? [] : new[] { ("责令改正和结果", Correction) }, .. Withdrawal is null ? [] : new[] { ("撤销的理由", Withdrawal) }];
}

/// <summary>CaseHandling's routes of supervision.</summary>
public sealed class SupervisionClient(HttpClient http) : GatewayClient(http, "/api/case-handling/supervision")
{
    /// <summary>How much waits.</summary>
    public Task<Answer<SupervisingCounts>> Counts(CancellationToken ct) => Get<SupervisingCounts>("/counts", ct: ct);

    /// <summary>Of one petition.</summary>
    public Task<Answer<PetitionSupervising>> Of(Guid petition, CancellationToken ct) => Get<PetitionSupervising>($"/petitions/{petition}", ct: ct);

    /// <summary>The codes of violations.</summary>
    public Task<Answer<IReadOnlyList<ViolationCodeView>>> Codes(CancellationToken ct) => Get<IReadOnlyList<ViolationCodeView>>("/violations/codes", ct: ct);

    /// <summary>接访公告, for everybody.</summary>
    public Task<Answer<IReadOnlyList<ReceptionNotice>>> Notice(CancellationToken ct) => Get<IReadOnlyList<ReceptionNotice>>("/reception-days/notice", ct: ct);

    /// <summary>预约 by the petitioner.</summary>
    public Task<Answer<Booking>> Book(Guid day, string ticket, CancellationToken ct) => Post<Booking>($"/reception-days/{day}/appointments", null, ticket, ct: ct);

    /// <summary>接访频次 of this year.</summary>
    public Task<Answer<IReadOnlyList<ReceptionFrequencyView>>> Frequency(CancellationToken ct) => Get<IReadOnlyList<ReceptionFrequencyView>>("/reception-days/frequency", ct: ct);

    /// <summary>A list of things.</summary>
    public Task<Answer<Page<T>>> List<T>(string kind, string status, string? after, CancellationToken ct) where T : FiledView =>
        Get<Page<T>>($"/{kind}" + IntakeClient.Query(("status", status), ("after", after)), ct: ct);

    /// <summary>A thing.</summary>
    public Task<Answer<T>> One<T>(string kind, Guid id, CancellationToken ct) where T : FiledView => Get<T>($"/{kind}/{id}", ct: ct);

    /// <summary>Makes one.</summary>
    public Task<Answer<Done>> Make(string kind, Guid id, object body, CancellationToken ct) => Put<Done>($"/{kind}/{id}", body, ct);

    /// <summary>An act on one.</summary>
    public Task<Answer<Done>> Act(string kind, Guid id, string act, object body, CancellationToken ct) => Post<Done>($"/{kind}/{id}/{act}", body, ct: ct);
}
