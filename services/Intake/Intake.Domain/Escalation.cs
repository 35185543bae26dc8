using Xinfang.Law;

namespace Xinfang.Intake.Domain;

/// <summary>Who a report of article 25 must reach: all of them, always.</summary>
public enum Recipient
{
    /// <summary>本级党委和政府 (25¶1).</summary>
    PartyAndGovernment,

    /// <summary>有关主管部门 (25¶1).</summary>
    CompetentOrgan,

    /// <summary>本级信访工作联席会议办公室 (25¶1).</summary>
    JointConference,

    /// <summary>上一级党委和政府信访部门 (25¶2).</summary>
    HigherOffice,

    /// <summary>国家信访局 (25¶2).</summary>
    NationalOffice,
}

/// <summary>How a recipient was reached: 电话, 公文交换, 系统, 当面.</summary>
public enum ReportWay { Phone, Exchange, System, InPerson }

/// <summary>D-21 as it is typed in. What is known and what is only supposed stand apart.</summary>
/// <param name="When">时间.</param>
/// <param name="Where">地点.</param>
/// <param name="Who">人员和规模.</param>
/// <param name="Known">经过，已经核实的.</param>
/// <param name="Supposed">还没有核实的.</param>
/// <param name="Risk">可能的后果.</param>
/// <param name="Measures">已经采取的措施.</param>
public sealed record UrgentReport(string? When, string? Where, string? Who, string? Known, string? Supposed, string? Risk, string? Measures);

/// <summary>报告: sent to every mandatory recipient.</summary>
/// <param name="InTime">Within the district's first hour.</param>
public sealed record Escalated(PetitionId Id, int Number, string Organ, bool InTime, string By, DateTimeOffset At);

/// <summary>One recipient has confirmed that it has the report.</summary>
/// <param name="Complete">It was the last one.</param>
public sealed record EscalationAcknowledged(PetitionId Id, int Number, Recipient Recipient, ReportWay Way, DateTimeOffset ReceivedAt, bool Complete, DateTimeOffset At);

/// <summary>
/// 重大、紧急信访事项的报告 (art. 25). Complete only when every mandatory recipient has acknowledged it. The Regulation says 及时 and names no
/// hours; one hour for the first word and two for the written report are the district's policy.
/// </summary>
public sealed class Escalation
{
    /// <summary>本区设定: from learning of it to the first word.</summary>
    public static readonly TimeSpan FirstWord = TimeSpan.FromHours(1);

    /// <summary>本区设定: from learning of it to the written report.</summary>
    public static readonly TimeSpan Written = TimeSpan.FromHours(2);

    private readonly List<EscalationCopy> _copies = [];

    private Escalation() { } // EF Core

    internal Escalation(Escalated escalated, DateTimeOffset learnedAt)
    {
        (PetitionId, Number, Organ, LearnedAt, At, By) = (escalated.Id, escalated.Number, escalated.Organ, learnedAt, escalated.At, escalated.By);
        _copies.AddRange(Enum.GetValues<Recipient>().Select(recipient => new EscalationCopy(escalated.Id, escalated.Number, recipient)));
    }

    public PetitionId PetitionId { get; private init; }

    /// <summary>Which report of this petition: 1, then 续报.</summary>
    public int Number { get; private init; }

    /// <summary>The competent organ that is informed.</summary>
    public string Organ { get; private init; } = "";

    public DateTimeOffset LearnedAt { get; private init; }
    public DateTimeOffset At { get; private init; }
    public string By { get; private init; } = "";
    public IReadOnlyList<EscalationCopy> Copies => _copies;

    public DateTimeOffset FirstWordDueAt => LearnedAt + FirstWord;
    public DateTimeOffset WrittenDueAt => LearnedAt + Written;

    /// <summary>Every mandatory recipient has it.</summary>
    public bool Complete => _copies.Count == Enum.GetValues<Recipient>().Length && _copies.TrueForAll(copy => copy.ReceivedAt is not null);

    /// <summary>Those that have not acknowledged it.</summary>
    public IReadOnlyList<Recipient> Missing => [.. _copies.Where(copy => copy.ReceivedAt is null).Select(copy => copy.Recipient).Order()];

    /// <summary>签收 by one recipient.</summary>
    /// <param name="receivedAt">When it had the report; not before it was made, not in the future.</param>
    public Result<EscalationAcknowledged> Acknowledge(Recipient recipient, ReportWay way, DateTimeOffset receivedAt, string? receiver, Moment now)
    {
        var copy = _copies.Single(each => each.Recipient == recipient);
        if (copy.ReceivedAt is not null) return Refusals.AcknowledgedBefore;
        if (receiver?.Trim().Length is not (>= 2 and <= 100)) return Refusals.AcknowledgedByNobody;
        // A first word by telephone may come before the report is typed in.
        if (receivedAt > now.At || receivedAt < LearnedAt) return Refusals.AcknowledgedWhen;
        copy.Acknowledge(way, receivedAt);
        return new EscalationAcknowledged(PetitionId, Number, recipient, way, receivedAt, Complete, now.At);
    }
}

/// <summary>The copy of one recipient.</summary>
public sealed class EscalationCopy
{
    private EscalationCopy() { } // EF Core

    internal EscalationCopy(PetitionId petition, int number, Recipient recipient) => (PetitionId, Number, Recipient) = (petition, number, recipient);

    public PetitionId PetitionId { get; private init; }
    public int Number { get; private init; }
    public Recipient Recipient { get; private init; }
    public ReportWay? Way { get; private set; }
    public DateTimeOffset? ReceivedAt { get; private set; }

    internal void Acknowledge(ReportWay way, DateTimeOffset receivedAt) => (Way, ReceivedAt) = (way, receivedAt.ToUniversalTime());
}
