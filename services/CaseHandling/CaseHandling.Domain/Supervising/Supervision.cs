using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain.Supervising;

/// <summary>Where a supervision stands.</summary>
public enum SupervisionStatus { Proposed, Dismissed, Open, Answered, Closed }

/// <summary>Everything that can be done in a supervision.</summary>
public enum SupervisionAct { Propose, Dismiss, Open, Answer, Press, Close }

/// <summary>Why an organ is supervised: the grounds of article 40 paragraph 1, as facts that can be known or found.</summary>
public enum SupervisionCause
{
    /// <summary>未按期书面告知.</summary>
    NoticeOverdue,

    /// <summary>未按期办结.</summary>
    CompletionOverdue,

    /// <summary>交办未反馈办理结果.</summary>
    ReportMissing,

    /// <summary>未按规定程序办理.</summary>
    ProcedureSkipped,

    /// <summary>推诿: returned twice, or contested twice without ground.</summary>
    Shirking,

    /// <summary>敷衍: a reply that answers nothing.</summary>
    Perfunctory,

    /// <summary>支持意见未执行.</summary>
    NotExecuted,

    /// <summary>信访人评价不满意.</summary>
    Dissatisfied,

    /// <summary>弄虚作假, found by a person.</summary>
    Falsified,
}

/// <summary>The fact that shows the cause, in codes and dates.</summary>
/// <param name="Cause">Which ground.</param>
/// <param name="Term">The term that was not kept, where it is one.</param>
/// <param name="StrictDueOn">Its strict day.</param>
/// <param name="DueOn">Its rolled day.</param>
/// <param name="Count">How many times, where it is a number.</param>
public sealed record Trigger(SupervisionCause Cause, string? Term = null, DateOnly? StrictDueOn = null, DateOnly? DueOn = null, int? Count = null);

/// <summary>The words of a supervision.</summary>
public sealed record SupervisionFile
{
    /// <summary>What the letter demands, one line each.</summary>
    public IReadOnlyList<string> Demands { get; init; } = [];

    /// <summary>What the supervisor adds to the facts.</summary>
    public string? Remark { get; init; }

    /// <summary>The day by which the letter has asked for the answer; a pressing sets another and leaves the letter as it is.</summary>
    public DateOnly? LetterDueOn { get; init; }

    /// <summary>The organ's answers, oldest first.</summary>
    public IReadOnlyList<Note> Answers { get; init; } = [];

    /// <summary>Why an answer did not do, oldest first.</summary>
    public IReadOnlyList<Note> Pressings { get; init; } = [];

    /// <summary>What came of it.</summary>
    public Note? Closing { get; init; }

    /// <summary>Why the proposal was not followed.</summary>
    public Note? Dismissal { get; init; }
}

/// <summary>督办 (art. 40): proposed by a fact or a supervisor, opened with a letter, answered by the organ, closed or pressed again.</summary>
public sealed class Supervision : Filed<SupervisionAct, SupervisionStatus, SupervisionFile>
{
    private const int MostDays = 60;

    private static readonly SupervisionStatus[] Once = [SupervisionStatus.Proposed];

    /// <summary>The flow.</summary>
    public static FlowTable<SupervisionAct, SupervisionStatus> Flow { get; } = new("督办", "supervision", SupervisingWords.Of,
        new(SupervisionAct.Propose, "提出督办", Capacity.System | Capacity.Supervisor, [], [SupervisionStatus.Proposed], PetitionRegulations.Supervision,
            "列入待督办，由督查人员决定", SupervisingRefusals.AlreadySupervised),
        new(SupervisionAct.Dismiss, "不予督办", Capacity.Supervisor, Once, [SupervisionStatus.Dismissed], PetitionRegulations.Supervision,
            "写明理由，不再提示这一情形", SupervisingRefusals.WithoutText),
        new(SupervisionAct.Open, "发出督办函", Capacity.Supervisor, Once, [SupervisionStatus.Open], PetitionRegulations.Supervision,
            "承办单位收到督办函，要在限期内书面答复", SupervisingRefusals.WithoutDemands, SupervisingRefusals.TermOutOfRange),
        new(SupervisionAct.Answer, "答复督办", Capacity.Officer | Capacity.Head, [SupervisionStatus.Open], [SupervisionStatus.Answered], PetitionRegulations.Supervision,
            "答复交督查人员，办结或者再次督办", SupervisingRefusals.WithoutText),
        new(SupervisionAct.Press, "再次督办", Capacity.Supervisor, [SupervisionStatus.Open, SupervisionStatus.Answered], [SupervisionStatus.Open], PetitionRegulations.Supervision,
            "承办单位在新的限期内再答复", SupervisingRefusals.WithoutText, SupervisingRefusals.TermOutOfRange, SupervisingRefusals.AnswerNotDue),
        new(SupervisionAct.Close, "督办办结", Capacity.Supervisor, [SupervisionStatus.Answered], [SupervisionStatus.Closed], PetitionRegulations.Supervision,
            "督办结束，写明结果", SupervisingRefusals.WithoutText));

    private Supervision() { } // EF Core

    /// <summary>The petition.</summary>
    public PetitionId PetitionId { get; private init; }

    /// <summary>The organ that held the petition when the cause arose; it answers.</summary>
    public string Organ { get; private init; } = "";

    /// <summary>Which routing: a new organ answers for itself.</summary>
    public int Round { get; private init; }

    /// <summary>Why.</summary>
    public SupervisionCause Cause { get; private init; }

    /// <summary>The term that was not kept, where it is one.</summary>
    public string? Term { get; private init; }

    /// <summary>Strict day of that term.</summary>
    public DateOnly? StrictDueOn { get; private init; }

    /// <summary>Rolled day of that term.</summary>
    public DateOnly? TermDueOn { get; private init; }

    /// <summary>How many times, where the cause is a number.</summary>
    public int? Times { get; private init; }

    /// <summary>Account that proposed it, or system.</summary>
    public string ProposedBy { get; private init; } = "";

    public DateOnly ProposedOn { get; private init; }
    public DateOnly? OpenedOn { get; private set; }

    /// <summary>Account of the supervisor.</summary>
    public string? Supervisor { get; private set; }

    /// <summary>督办函文号.</summary>
    public string? LetterNumber { get; private set; }

    /// <summary>Day of the letter or of the last pressing; the term of the answer runs from it.</summary>
    public DateOnly? AskedOn { get; private set; }

    /// <summary>Length of the term of the answer in days.</summary>
    public int Days { get; private set; }

    /// <summary>The answer is due, rolled.</summary>
    public DateOnly? DueOn { get; private set; }

    public DateOnly? AnsweredOn { get; private set; }
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>How often it was pressed again.</summary>
    public int Pressings { get; private set; }

    /// <inheritdoc/>
    public override FlowTable<SupervisionAct, SupervisionStatus> Table() => Flow;

    /// <summary>提出督办: a fact shows the cause, or a supervisor finds it.</summary>
    public static Result<Supervision> Propose(Guid id, Petition petition, Trigger trigger, Person person, Moment now)
    {
        if (Flow.Refuses(SupervisionAct.Propose, null, person.Capacity) is { } refusal) return refusal;
        if (petition.IsSealed()) return SupervisingRefusals.SealedPetition;
        var supervision = new Supervision
        {
            Id = id, PetitionId = petition.Id, Organ = petition.Organ, Round = petition.Round, Cause = trigger.Cause, Term = trigger.Term,
            StrictDueOn = trigger.StrictDueOn, TermDueOn = trigger.DueOn, Times = trigger.Count, ProposedBy = person.Account, ProposedOn = now.Date,
        };
        supervision.Change(SupervisionStatus.Proposed, now.Date);
        return supervision;
    }

    /// <summary>不予督办: the supervisor says why the proposal is not followed.</summary>
    public Result<Supervision> Dismiss(Person person, string? reason, Moment now)
    {
        if (Refuses(SupervisionAct.Dismiss, person, now) is { } refusal) return refusal;
        if (Blank(reason)) return SupervisingRefusals.WithoutText;
        File = File with { Dismissal = new(now.Date, person.Account, reason!.Trim()) };
        Change(SupervisionStatus.Dismissed);
        return this;
    }

    /// <summary>发出督办函: trigger, facts, demands and the day the answer is due.</summary>
    /// <param name="number">文号 of the letter.</param>
    public Result<Supervision> Open(Person person, IReadOnlyList<string> demands, string? remark, int days, string number, Moment now)
    {
        if (Refuses(SupervisionAct.Open, person, now) is { } refusal) return refusal;
        if (RefusesOpening(demands, days) is { } wrong) return wrong;
        File = File with { Demands = Lines(demands), Remark = Blank(remark) ? null : remark!.Trim() };
        (Supervisor, OpenedOn, LetterNumber) = (person.Account, now.Date, number);
        Ask(days, now);
        File = File with { LetterDueOn = DueOn };
        return this;
    }

    /// <summary>Why a letter with these demands and this term cannot leave; asked before a number is taken for it.</summary>
    public static Refusal? RefusesOpening(IReadOnlyList<string> demands, int days) =>
        Lines(demands).Length == 0 ? SupervisingRefusals.WithoutDemands
        : days is < 1 or > MostDays ? SupervisingRefusals.TermOutOfRange
        : null;

    /// <summary>答复督办 by the organ, in text. Late is possible and shows.</summary>
    public Result<Supervision> Answer(Person person, string? text, Moment now)
    {
        if (Refuses(SupervisionAct.Answer, person, now) is { } refusal) return refusal;
        if (Blank(text)) return SupervisingRefusals.WithoutText;
        File = File with { Answers = [.. File.Answers, new(now.Date, person.Account, text!.Trim())] };
        AnsweredOn = now.Date;
        Change(SupervisionStatus.Answered, now.Date);
        return this;
    }

    /// <summary>再次督办: the answer does not do, or has not come in time.</summary>
    public Result<Supervision> Press(Person person, string? reason, int days, Moment now)
    {
        if (Refuses(SupervisionAct.Press, person, now) is { } refusal) return refusal;
        if (Blank(reason)) return SupervisingRefusals.WithoutText;
        if (days is < 1 or > MostDays) return SupervisingRefusals.TermOutOfRange;
        File = File with { Pressings = [.. File.Pressings, new(now.Date, person.Account, reason!.Trim())] };
        Pressings++;
        Ask(days, now);
        return this;
    }

    /// <summary>督办办结.</summary>
    public Result<Supervision> Close(Person person, string? result, Moment now)
    {
        if (Refuses(SupervisionAct.Close, person, now) is { } refusal) return refusal;
        if (Blank(result)) return SupervisingRefusals.WithoutText;
        File = File with { Closing = new(now.Date, person.Account, result!.Trim()) };
        ClosedOn = now.Date;
        Change(SupervisionStatus.Closed);
        return this;
    }

    /// <summary>The term of the answer, counted again; null before the letter.</summary>
    public DueDate? AnswerTerm(Moment now) => AskedOn is { } from ? TermOfAnswer(from, Days, now) : null;

    private protected override Refusal? Guard(SupervisionAct act, Person person, Moment now) =>
        act is SupervisionAct.Press && Status is SupervisionStatus.Open && now.Date <= DueOn ? SupervisingRefusals.AnswerNotDue : null;

    private void Ask(int days, Moment now)
    {
        (AskedOn, Days, AnsweredOn) = (now.Date, days, null);
        DueOn = TermOfAnswer(now.Date, days, now).DueOn;
        Change(SupervisionStatus.Open, DueOn);
    }

    private DueDate TermOfAnswer(DateOnly from, int days, Moment now) =>
        now.Calendar.Due(from, Terms.SupervisionAnswer with { Days = days }, Pressings == 0 ? "发出督办函" : "再次督办");

    private static string[] Lines(IReadOnlyList<string> demands) => [.. demands.Select(line => line?.Trim() ?? "").Where(line => line.Length > 0)];
}
