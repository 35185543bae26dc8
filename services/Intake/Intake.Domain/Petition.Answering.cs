using Xinfang.Law;

namespace Xinfang.Intake.Domain;

/// <summary>What the office answers itself instead of routing. Each meets the term of article 22, with a written answer to the petitioner.</summary>
public sealed partial class Petition
{
    /// <summary>直接回复: consultation, thanks, what can be answered at once.</summary>
    public Result<OfficeAnswered> Reply(string? text, string by, Moment now)
    {
        if ((Flow.Refuses(Status, Act.Reply) ?? Unsealed()) is { } refusal) return refusal;
        return IsAnswer(text) ? Answer(Act.Reply, by, now) : Refusals.ReplyLength;
    }

    /// <summary>不予受理（同一事项正在办, art. 19¶3): the petitioner is pointed to the one that runs.</summary>
    /// <param name="running">The petition of that number; null when there is none.</param>
    /// <param name="samePerson">It is the same petitioner's.</param>
    /// <param name="until">The last day of the period in which the other is handled; after it this rule no longer bars.</param>
    public Result<OfficeAnswered> Link(Petition? running, bool samePerson, DateOnly? until, string? reason, string by, Moment now)
    {
        if ((Flow.Refuses(Status, Act.Link) ?? Unsealed()) is { } refusal) return refusal;
        if (running is null || running.Id == Id || running.Sealed) return Refusals.LinkUnknown;
        if (!samePerson) return Refusals.LinkOfAnother;
        if (!running.IsRunning) return Refusals.LinkNotRunning;
        if (until is { } last && now.Date > last) return Refusals.LinkPeriodOver(last);
        return IsAnswer(reason) ? Answer(Act.Link, by, now) : Refusals.LinkReason;
    }

    /// <summary>导入其他渠道: a visit about litigation is guided (art. 20¶2), a request for information and what another organ decides are told the way.</summary>
    public Result<OfficeAnswered> Divert(Diversion diversion, string? whereTo, string? text, string by, Moment now)
    {
        if ((Flow.Refuses(Status, Act.Divert) ?? Unsealed()) is { } refusal) return refusal;
        if (diversion is Diversion.LitigationRelated && Channel is not Channel.Visit) return Refusals.LitigationLetterIsForwarded;
        if (whereTo?.Trim().Length is not (>= 2 and <= 200)) return Refusals.DivertWhereTo;
        return IsAnswer(text) ? Answer(Act.Divert, by, now) : Refusals.DivertLength;
    }

    private Refusal? Unsealed() => Sealed ? Refusals.OnlyToDiscipline : null;

    private OfficeAnswered Answer(Act act, string by, Moment now)
    {
        FirstReceiver ??= by;
        FirstRoutedOn ??= now.Date;
        Status = Flow.After(Status, act);
        return new(Id, act, by, now.At);
    }

    private static bool IsAnswer(string? text) => text?.Trim().Length is >= 10 and <= 2000;
}
