using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain.Supervising;

/// <summary>Where a violation stands.</summary>
public enum ViolationStatus { Found, Corrected, Withdrawn }

/// <summary>Everything that can be done about a violation.</summary>
public enum ViolationAct { Record, Correct, Withdraw }

/// <summary>
/// What chapter 6 holds organs and their staff to answer for: article and item of articles 42 to 46. The code is V, the article and the item: V44-3.
/// </summary>
public sealed record ViolationCode(int Article, int Item, string Words)
{
    /// <summary>V44-3.</summary>
    public string Code => $"V{Article}-{Item}";

    /// <summary>The provision.</summary>
    public Article Basis => Article == 43 ? PetitionRegulations.OfficeLiability : new(PetitionRegulations.Title, Article, Item: Item);

    /// <summary>Every code, by article and item.</summary>
    public static IReadOnlyList<ViolationCode> All { get; } =
    [
        new(42, 1, "超越或者滥用职权，侵害公民、法人或者其他组织合法权益"),
        new(42, 2, "应当作为而不作为，侵害公民、法人或者其他组织合法权益"),
        new(42, 3, "适用法律、法规错误或者违反法定程序，侵害公民、法人或者其他组织合法权益"),
        new(42, 4, "拒不执行有权处理机关、单位作出的支持信访请求意见"),
        new(43, 1, "应当登记的未按照规定登记"),
        new(43, 2, "应当转送、交办的未按照规定转送、交办"),
        new(43, 3, "应当履行督办职责而未履行"),
        new(44, 1, "对收到的信访事项不按照规定登记"),
        new(44, 2, "对属于其职权范围的信访事项不予受理"),
        new(44, 3, "未在规定期限内书面告知信访人是否受理信访事项"),
        new(45, 1, "推诿、敷衍、拖延信访事项办理或者未在规定期限内办结"),
        new(45, 2, "对事实清楚、符合规定的投诉请求未予支持"),
        new(45, 3, "对改进工作、完善政策等建议重视不够、落实不力"),
        new(45, 4, "其他不履行或者不正确履行信访事项处理职责的情形"),
        new(46, 1, "对待信访人态度恶劣、作风粗暴"),
        new(46, 2, "在处理信访事项过程中吃拿卡要、谋取私利"),
        new(46, 3, "对规模性集体访、负面舆情等处置不力，导致事态扩大"),
        new(46, 4, "对重大、紧急信访事项和信访信息隐瞒、谎报、缓报，或者未依法及时采取必要措施"),
        new(46, 5, "将检举、控告材料或者有关情况透露、转给被检举、控告的人员或者单位"),
        new(46, 6, "打击报复信访人"),
        new(46, 7, "其他违规违纪违法的情形"),
    ];

    /// <summary>By its code, or null.</summary>
    public static ViolationCode? Find(string? code) => All.FirstOrDefault(each => each.Code == code);

    /// <summary>The violation that a cause of supervision is by itself; null where a person has to find it.</summary>
    public static ViolationCode? Of(SupervisionCause cause) => Find(cause switch
    {
        SupervisionCause.NoticeOverdue => "V44-3",
        SupervisionCause.CompletionOverdue or SupervisionCause.Shirking or SupervisionCause.Perfunctory => "V45-1",
        SupervisionCause.ReportMissing or SupervisionCause.ProcedureSkipped => "V45-4",
        SupervisionCause.NotExecuted => "V42-4",
        _ => null, // a rating shows no violation, and falsification has to be proved
    });
}

/// <summary>The words of a violation.</summary>
public sealed record ViolationFile
{
    /// <summary>What a person found.</summary>
    public string? Finding { get; init; }

    /// <summary>What the superior ordered and what was done.</summary>
    public Note? Correction { get; init; }

    /// <summary>Why it was none.</summary>
    public Note? Withdrawal { get; init; }
}

/// <summary>A violation of articles 42 to 46, recorded on the fact that shows it; the superior sees to its correction.</summary>
public sealed class Violation : Filed<ViolationAct, ViolationStatus, ViolationFile>
{
    /// <summary>The flow.</summary>
    public static FlowTable<ViolationAct, ViolationStatus> Flow { get; } = new("违规记录", "violation", SupervisingWords.Of,
        new(ViolationAct.Record, "记录违规", Capacity.System | Capacity.Supervisor, [], [ViolationStatus.Found], PetitionRegulations.HandlingLiability,
            "记在责任单位名下，由上级责令改正", SupervisingRefusals.UnknownViolation, SupervisingRefusals.WithoutText),
        new(ViolationAct.Correct, "记录改正", Capacity.Overseer, [ViolationStatus.Found], [ViolationStatus.Corrected], PetitionRegulations.HandlingLiability,
            "写明责令改正的要求和改正结果", SupervisingRefusals.WithoutText),
        new(ViolationAct.Withdraw, "撤销记录", Capacity.Overseer, [ViolationStatus.Found], [ViolationStatus.Withdrawn], PetitionRegulations.HandlingLiability,
            "不计入单位的违规数，理由留存", SupervisingRefusals.WithoutText));

    private Violation() { } // EF Core

    /// <summary>V44-3.</summary>
    public string Code { get; private init; } = "";

    /// <summary>The organ that answers for it.</summary>
    public string Organ { get; private init; } = "";

    /// <summary>The petition that shows it.</summary>
    public PetitionId PetitionId { get; private init; }

    /// <summary>Which routing.</summary>
    public int Round { get; private init; }

    /// <summary>The fact that shows it: the cause of a supervision, Forwarding, ProposalFeedback, or Found by a person.</summary>
    public string Fact { get; private init; } = "";

    public DateOnly FoundOn { get; private init; }

    /// <summary>Account, or system.</summary>
    public string FoundBy { get; private init; } = "";

    public DateOnly? CorrectedOn { get; private set; }

    /// <inheritdoc/>
    public override FlowTable<ViolationAct, ViolationStatus> Table() => Flow;

    /// <summary>记录违规, by a fact or by a supervisor, who says what was found.</summary>
    public static Result<Violation> Record(Guid id, Petition petition, string? code, string organ, string fact, string? finding, Person person, Moment now)
    {
        if (Flow.Refuses(ViolationAct.Record, null, person.Capacity) is { } refusal) return refusal;
        if (petition.IsSealed()) return SupervisingRefusals.SealedPetition;
        if (ViolationCode.Find(code) is not { } known) return SupervisingRefusals.UnknownViolation;
        if ((person.Capacity & Capacity.System) == 0 && Blank(finding)) return SupervisingRefusals.WithoutText;
        var violation = new Violation
        {
            Id = id, Code = known.Code, Organ = organ, PetitionId = petition.Id, Round = petition.Round, Fact = fact, FoundOn = now.Date, FoundBy = person.Account,
            File = new() { Finding = Blank(finding) ? null : finding!.Trim() },
        };
        violation.Change(ViolationStatus.Found, now.Date);
        return violation;
    }

    /// <summary>记录改正: what the superior ordered and what was done (art. 43 to 45).</summary>
    public Result<Violation> Correct(Person person, string? text, Moment now)
    {
        if (Refuses(ViolationAct.Correct, person, now) is { } refusal) return refusal;
        if (Blank(text)) return SupervisingRefusals.WithoutText;
        File = File with { Correction = new(now.Date, person.Account, text!.Trim()) };
        CorrectedOn = now.Date;
        Change(ViolationStatus.Corrected);
        return this;
    }

    /// <summary>撤销记录: it was none.</summary>
    public Result<Violation> Withdraw(Person person, string? reason, Moment now)
    {
        if (Refuses(ViolationAct.Withdraw, person, now) is { } refusal) return refusal;
        if (Blank(reason)) return SupervisingRefusals.WithoutText;
        File = File with { Withdrawal = new(now.Date, person.Account, reason!.Trim()) };
        Change(ViolationStatus.Withdrawn);
        return this;
    }
}
