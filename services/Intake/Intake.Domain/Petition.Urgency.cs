using Xinfang.Law;

namespace Xinfang.Intake.Domain;

/// <summary>Articles 24 and 25: the urgent report and the dispute about who is competent.</summary>
public sealed partial class Petition
{
    /// <summary>报告 (art. 25): one act for all mandatory recipients. The petition goes its way meanwhile.</summary>
    /// <param name="competent">The organ in charge of the matter.</param>
    /// <param name="learnedAt">When the office learned of it; the policy hours run from then.</param>
    public Result<Escalated> Escalate(UrgentReport report, Target competent, DateTimeOffset learnedAt, string by, Moment now, out Escalation? escalation)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(competent);
        escalation = null;
        if (Flow.Refuses(Status, Act.Escalate) is { } refusal) return refusal;
        if (Sealed) return Refusals.EscalationOfSealed;
        if (!competent.Exists) return Refusals.UnknownOrgan;
        if (competent.Successor is { } successor) return Refusals.Succeeded(successor);
        if (!competent.OfTheDistrict) return Refusals.OutsideTheDistrict;
        if (learnedAt > now.At || Moment.DateIn(learnedAt) < ReceivedOn) return Refusals.LearnedWhen;
        if (Missing(report) is { } what) return Refusals.ReportIncomplete(what);

        Urgent = true;
        var escalated = new Escalated(Id, ++Escalations, competent.Code, now.At <= learnedAt + Escalation.FirstWord, by, now.At);
        escalation = new Escalation(escalated, learnedAt.ToUniversalTime());
        return escalated;
    }

    /// <summary>受理争议 (art. 24): two or more organs; they negotiate first.</summary>
    public Result<DisputeOpened> OpenDispute(IReadOnlyList<Target> organs, string? commonSuperior, string? reason, string by, Moment now, out Dispute? dispute)
    {
        ArgumentNullException.ThrowIfNull(organs);
        dispute = null;
        if ((Flow.Refuses(Status, Act.OpenDispute) ?? Unsealed()) is { } refusal) return refusal;
        if (organs.Select(organ => organ.Code).Distinct(StringComparer.Ordinal).Count() is var count && (count < 2 || count != organs.Count || count > 10)) return Refusals.DisputeOfOne;
        foreach (var organ in organs)
        {
            if (!organ.Exists) return Refusals.UnknownOrgan;
            if (organ.Successor is { } successor) return Refusals.Succeeded(successor);
            if (!organ.OfTheDistrict || organ.Disciplinary) return Refusals.OutsideTheDistrict;
        }
        if (!IsSentence(reason ?? "")) return Refusals.DisputeReason;

        Status = Flow.After(Status, Act.OpenDispute);
        FirstReceiver ??= by;
        dispute = new Dispute(Id, [.. organs.Select(organ => organ.Code)], commonSuperior);
        return new DisputeOpened(Id, dispute.Organs, DisputeLevel.Negotiation, dispute.Enter(DisputeLevel.Negotiation, now), by, now.At);
    }

    /// <summary>The level's outcome: settled on an organ, which routes it there, or taken to the next level. The joint conference settles.</summary>
    /// <param name="overseer">Only the head of the office records what the superior or the conference has decided.</param>
    public Result<DisputeDecided> DecideDispute(Dispute dispute, Target? organ, string? words, bool overseer, string by, Moment now)
    {
        ArgumentNullException.ThrowIfNull(dispute);
        if (Flow.Refuses(Status, Act.DecideDispute) is { } refusal) return refusal;
        var (step, next) = (dispute.Now, dispute.Next);
        if (step.Level is not DisputeLevel.Negotiation && !overseer) return Refusals.DisputeNeedsHead;
        if (!IsSentence(words ?? "")) return Refusals.DisputeReason;
        if (organ is null)
        {
            if (next is not { } level) return Refusals.ConferenceSettles;
            step.End(null, now.At);
            return new DisputeDecided(Id, step.Level, null, level, dispute.Enter(level, now), by, now.At);
        }
        if (!organ.Exists) return Refusals.UnknownOrgan;
        if (organ.Successor is { } successor) return Refusals.Succeeded(successor);
        if (!organ.OfTheDistrict || organ.Disciplinary) return Refusals.OutsideTheDistrict;
        step.End(organ.Code, now.At);
        return new DisputeDecided(Id, step.Level, Route(Act.DecideDispute, organ, report: null, by, now), null, null, by, now.At);
    }

    // D-21 says when, where, who, what, the risk and the measures; what is only supposed may be nothing.
    private static string? Missing(UrgentReport report) => new[]
        {
            (report.When, "时间"), (report.Where, "地点"), (report.Who, "人员和规模"), (report.Known, "经过"), (report.Risk, "可能的后果"), (report.Measures, "已经采取的措施"),
        }.Where(part => part.Item1?.Trim().Length is not (>= 1 and <= 2000)).Select(part => part.Item2).FirstOrDefault()
        ?? (report.Supposed?.Length > 2000 ? "还没有核实的" : null);
}
