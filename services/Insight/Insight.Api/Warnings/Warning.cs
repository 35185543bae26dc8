using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Warnings;

/// <summary>What was found.</summary>
internal enum WarningRule
{
    /// <summary>激增: a street and a content above their own season.</summary>
    Surge,

    /// <summary>可能联名: many tell of one event.</summary>
    JointForming,

    /// <summary>热点: several people tell of the same event, found in the texts.</summary>
    HotTopic,

    /// <summary>重复集中: more repeats at an organ than in its own year.</summary>
    RepeatWave,

    /// <summary>可能超期: an open petition that will likely miss its term.</summary>
    TermLikelyMissed,

    /// <summary>紧急未转: an urgent petition not passed on by the end of its day.</summary>
    UrgentUnrouted,

    /// <summary>逾期未转: the term of forwarding has passed.</summary>
    OverdueUnrouted,
}

internal enum WarningStatus
{
    /// <summary>待接手.</summary>
    New,

    /// <summary>处置中.</summary>
    Taken,

    /// <summary>待下结论: what was done about it is told.</summary>
    Answered,

    /// <summary>已下结论.</summary>
    Judged,

    /// <summary>已撤销, by a person and with the reason.</summary>
    Dropped,
}

/// <summary>Whether there was something to warn of.</summary>
internal enum Verdict { True, False, Unclear }

internal enum WarningAct { Take, Answer, Judge, Drop }

/// <summary>预警: found by a rule, owned by somebody within a term, answered with what was done, and judged, so that the rule's precision can be shown.</summary>
internal sealed class Warning
{
    private Warning() { } // EF Core

    public Guid Id { get; private init; }
    public WarningRule Rule { get; private init; }

    /// <summary>Rule, subject and window: found twice it is one.</summary>
    public string Key { get; private init; } = "";

    /// <summary>What it is about: street and content, organ, or petition.</summary>
    public string Subject { get; private init; } = "";
    public string? Street { get; private init; }

    /// <summary>Six digits.</summary>
    public string? Content { get; private init; }

    /// <summary>Whom it is addressed to, and who of the organs sees it.</summary>
    public string Organ { get; private init; } = "";
    public Evidence Evidence { get; private init; } = new();
    public DateTimeOffset RaisedAt { get; private init; }
    public DateOnly RaisedOn { get; private init; }

    /// <summary>From here on it is shown as waiting and its term runs: at once, or after the quiet hours.</summary>
    public DateTimeOffset BellAt { get; private init; }

    /// <summary>Last day to take it.</summary>
    public DateOnly DueOn { get; private init; }
    public WarningStatus Status { get; private set; }

    /// <summary>Who must take it: organ and duty.</summary>
    public string Owner { get; private set; } = "";
    public string OwnerDuty { get; private set; } = "";
    public bool Escalated { get; private set; }
    public DateOnly? EscalatedOn { get; private set; }
    public string? TakenBy { get; private set; }
    public string? TakenOrgan { get; private set; }
    public DateOnly? TakenOn { get; private set; }

    /// <summary>What was done about it.</summary>
    public string? Action { get; private set; }
    public string? AnsweredBy { get; private set; }
    public DateOnly? AnsweredOn { get; private set; }
    public Verdict? Verdict { get; private set; }

    /// <summary>Why judged so, or why dropped.</summary>
    public string? Reason { get; private set; }
    public string? DecidedBy { get; private set; }
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>The first act of a person on it.</summary>
    public DateOnly? ActedOn => TakenOn ?? DecidedOn;

    public static Warning Of(WarningRule rule, Finding finding, Moment now)
    {
        var bell = QuietHours.BellAt(now, rule);
        return new()
        {
            Id = Guid.CreateVersion7(), Rule = rule, Key = finding.KeyOf(rule), Subject = finding.Subject, Street = finding.Street, Content = finding.Content, Organ = finding.Organ, Evidence = finding.Evidence,
            RaisedAt = QuietHours.Whole(now.At), RaisedOn = now.Date, BellAt = bell, DueOn = WarningTerms.Due(now, rule, bell).DueOn, Owner = finding.Organ, OwnerDuty = finding.OwnerDuty,
        };
    }

    /// <summary>Why this caller may not do this now; null when the act is open.</summary>
    public Refusal? Refuses(WarningAct act, CurrentCaller caller) => act switch
    {
        WarningAct.Take => Escalated && !caller.Has(Duty.Oversee) ? WarningRefusals.Escalated : !Owns(caller) ? WarningRefusals.OwnerOnly : Status is WarningStatus.New ? null : WarningRefusals.WrongState(Status),
        WarningAct.Answer => !Answers(caller) ? WarningRefusals.OwnerOnly : Status is WarningStatus.Taken ? null : WarningRefusals.WrongState(Status),
        WarningAct.Judge => !Judges(caller) ? WarningRefusals.OfficeOnly : Status is not WarningStatus.Answered ? WarningRefusals.WrongState(Status) : AnsweredBy == caller.Account ? WarningRefusals.SamePerson : null,
        _ => !Judges(caller) ? WarningRefusals.OfficeOnly : Status is WarningStatus.New or WarningStatus.Taken ? null : WarningRefusals.WrongState(Status),
    };

    public Refusal? Take(CurrentCaller caller, DateOnly today)
    {
        if (Refuses(WarningAct.Take, caller) is { } refusal) return refusal;
        (Status, TakenBy, TakenOrgan, TakenOn) = (WarningStatus.Taken, caller.Account, caller.Organ, today);
        return null;
    }

    public Refusal? Answer(string action, CurrentCaller caller, DateOnly today)
    {
        if (Refuses(WarningAct.Answer, caller) is { } refusal) return refusal;
        (Status, Action, AnsweredBy, AnsweredOn) = (WarningStatus.Answered, action.Trim(), caller.Account, today);
        return null;
    }

    public Refusal? Judge(Verdict verdict, string reason, CurrentCaller caller, DateOnly today)
    {
        if (Refuses(WarningAct.Judge, caller) is { } refusal) return refusal;
        (Status, Verdict, Reason, DecidedBy, DecidedOn) = (WarningStatus.Judged, verdict, reason.Trim(), caller.Account, today);
        return null;
    }

    public Refusal? Drop(string reason, CurrentCaller caller, DateOnly today)
    {
        if (Refuses(WarningAct.Drop, caller) is { } refusal) return refusal;
        (Status, Reason, DecidedBy, DecidedOn) = (WarningStatus.Dropped, reason.Trim(), caller.Account, today);
        return null;
    }

    /// <summary>Not taken within its term: the head of the office owns it. False where it was taken, or has been escalated.</summary>
    public bool Escalate(DateOnly today)
    {
        if (Status is not WarningStatus.New || Escalated || DueOn >= today) return false;
        (Escalated, EscalatedOn, Owner, OwnerDuty) = (true, today, Organs.Office, Duty.Oversee);
        return true;
    }

    private bool Owns(CurrentCaller caller) => Judges(caller) || (caller.Organ == Organ && OfOwner(caller));

    private bool Answers(CurrentCaller caller) => Judges(caller) || (caller.Organ == (TakenOrgan ?? Organ) && OfOwner(caller));

    private bool OfOwner(CurrentCaller caller) => Organ == Organs.Office ? caller.Has(Duty.Register) : caller.Has(Duty.Handle) || caller.Has(Duty.Head);

    private static bool Judges(CurrentCaller caller) => caller.Has(Duty.Oversee) || caller.Has(Duty.Supervise);
}
