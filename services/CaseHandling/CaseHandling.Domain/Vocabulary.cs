namespace Xinfang.CaseHandling.Domain;

/// <summary>信访事项, the same id in every service.</summary>
public readonly record struct PetitionId(Guid Value);

/// <summary>A person acting for an organ, by the name of the account.</summary>
public readonly record struct OfficerId(string Value);

/// <summary>Where a petition stands with the competent organ. Overdue is not among them: it is derived from dates.</summary>
public enum PetitionStatus { Received, Contested, Returned, Accepted, Declined, Decided, Served, Completed }

/// <summary>建议意见 (art. 29), 检举控告 (art. 30), 申诉求决 (art. 31).</summary>
public enum Category { Suggestion, Accusation, Redress }

/// <summary>Everything that can be done to a petition here, by a person or by an event from another service.</summary>
public enum Act
{
    Receive, Acknowledge, Claim, Recuse, Contest, DecideContestation, Accept, Decline, HearStatement,
    Extend, ServeExtension, DraftOpinion, CheckOpinion, ReturnDraft, SignOpinion, WithdrawOpinion, Serve, Complete, Supplement, Rate, TellDueSoon, TellOverdue, CorrectDates,
}

/// <summary>What a person may be for an organ. System: an event that another service has published.</summary>
[Flags]
public enum Roles { None = 0, Officer = 1, Checker = 2, Head = 4, Overseer = 8, System = 16 }

/// <summary>Who acts, for which organ, as what.</summary>
public readonly record struct Actor(OfficerId Id, string Organ, Roles Roles)
{
    /// <summary>An event from another service.</summary>
    public static readonly Actor System = new(new("system"), "", Roles.System);
}

/// <summary>The road that is open instead, when a petition is declined (art. 19, 31).</summary>
public enum Road { Litigation, Arbitration, PartyDiscipline, AdministrativeReview, StatutoryDuty, AlreadyAccepted, OutsidePetition }

/// <summary>予以支持, 解释说明, 不予支持 (art. 32).</summary>
public enum Outcome { Supported, Explained, NotSupported }

/// <summary>How the petitioner was heard (art. 31 item 6).</summary>
public enum StatementWay { Visit, Phone, Online, OnSite }

/// <summary>直接, 邮寄, 电子, 留置, 公告送达 (by analogy with the Civil Procedure Law, art. 87 to 95).</summary>
public enum ServiceMethod { HandedOver, Post, Electronic, Left, PublicNotice }
