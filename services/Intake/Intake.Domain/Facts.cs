using Xinfang.Law;

namespace Xinfang.Intake.Domain;

/// <summary>登记: the petition is in; the forwarding term runs from the day received.</summary>
/// <param name="By">The account of the clerk; null when the petitioner submitted online.</param>
public sealed record Registered(PetitionId Id, string Number, Channel Channel, DateOnly ReceivedOn, DateTimeOffset At, string? By, DueDate Forwarding);

/// <summary>甄别分类. An accusation seals the petition.</summary>
public sealed record Classified(PetitionId Id, Category Category, string ContentCode, bool Urgent, bool Sealed, bool Seals, string By, DateTimeOffset At);

/// <summary>转送 or, with a report date, 交办.</summary>
/// <param name="Late">Routed for the first time after the 15 days of article 22.</param>
/// <param name="Report">The date the organ reports by; null for a plain forwarding.</param>
public sealed record Routed(PetitionId Id, string Organ, int Round, bool Late, DueDate? Report, string By, DateTimeOffset At)
{
    public bool IsAssignment => Report is not null;
}

/// <summary>交还: the organ has contested and the office has agreed; the petition is to be routed again.</summary>
public sealed record Returned(PetitionId Id, string Organ, int Round, DateTimeOffset At);

/// <summary>期限重算: the calendar was corrected, and the last day of forwarding moved.</summary>
public sealed record ForwardingCorrected(PetitionId Id, DateOnly FormerDueOn, DateOnly StrictDueOn, DateOnly DueOn, DateTimeOffset At);

/// <summary>补充材料.</summary>
public sealed record Supplemented(PetitionId Id, string? Organ, int Number, DateTimeOffset At);

/// <summary>评价, one score for the petition office and one for the competent organ.</summary>
public sealed record Rated(PetitionId Id, string Organ, Score Office, Score OrganScore, DateTimeOffset At);

/// <summary>直接回复, 不予受理（同一事项正在办）, 导入其他渠道: the office has answered it itself.</summary>
public sealed record OfficeAnswered(PetitionId Id, Act Act, string By, DateTimeOffset At);

/// <summary>撤回, by the petitioner.</summary>
/// <param name="Organ">The organ that had it; null at the office.</param>
public sealed record Withdrawn(PetitionId Id, string? Organ, DateTimeOffset At);

/// <summary>催办: the term has passed.</summary>
/// <param name="Organ">The organ that is late; null for the office.</param>
public sealed record Chased(PetitionId Id, string? Organ, DueDate Term, int Number, DateTimeOffset At);

/// <summary>留言 to the officer.</summary>
/// <param name="Reply">The day it is to be answered by.</param>
public sealed record Messaged(PetitionId Id, string Organ, int Number, DueDate Reply, DateTimeOffset At);

/// <summary>回访: the dissatisfied petitioner has been asked.</summary>
/// <param name="InTime">By the rolled last day of the district's term.</param>
public sealed record CalledBack(PetitionId Id, string Organ, CallBackWay Way, DateOnly HeldOn, CallBackOutcome Outcome, bool InTime, string By, DateTimeOffset At);
