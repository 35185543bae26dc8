namespace Xinfang.CaseHandling.Domain;

/// <summary>信访事项, the same id in every service.</summary>
public readonly record struct PetitionId(Guid Value);

/// <summary>A person acting for an organ, by the name of the account.</summary>
public readonly record struct OfficerId(string Value);

/// <summary>Where a petition stands with the competent organ. Overdue is not among them: it is derived from dates.</summary>
public enum PetitionStatus
{
    Received, Contested, Returned, Accepted, Declined, Mediating, Settled, Decided, Served, Completed,
    Verified, Transferred, Withdrawn, Terminated, Barred,
}

/// <summary>建议意见 (art. 29), 检举控告 (art. 30), 申诉求决 (art. 31).</summary>
public enum Category { Suggestion, Accusation, Redress }

/// <summary>Everything that can be done to a petition here, by a person or by an event from another service.</summary>
public enum Act
{
    Receive, Acknowledge, Claim, HandOver, Recuse, NameConcerned, Contact, Contest, DecideContestation,
    ChooseSimple, LeaveSimple, Accept, Decline, HearStatement, CallHearing, HoldHearing, CancelHearing,
    ConsentToMediation, Mediate, Agree, FailMediation, Extend, ServeExtension,
    DraftOpinion, CheckOpinion, ReturnDraft, SignOpinion, WithdrawOpinion, StudySuggestion, AnswerSuggestion, Serve,
    TakeMeasure, Complete, CarryOutAdoption, RewardSuggestion, PlanEnforcement, Enforce, RefuseEnforcement, Withdraw, Terminate, Reopen,
    ReceiveAccusation, VerifyAccusation, TransferAccusation, InformOrganisation, TellResult,
    Supplement, Rate, NoteRepeat, TellDueSoon, TellOverdue, CorrectDates,
    Redo, StateNews, Bar, LinkEarlier,
    ProposePublication, ReleasePublication, WithdrawPublication,
}

/// <summary>What a person may be for an organ. System: an event that another service has published. Petitioner: whoever has shown the ticket of the petition.</summary>
[Flags]
public enum Roles { None = 0, Officer = 1, Checker = 2, Head = 4, Overseer = 8, System = 16, Petitioner = 32 }

/// <summary>Who acts, for which organ, as what.</summary>
public readonly record struct Actor(OfficerId Id, string Organ, Roles Roles)
{
    /// <summary>An event from another service.</summary>
    public static readonly Actor System = new(new("system"), "", Roles.System);

    /// <summary>The petitioner, by ticket; who it is stays with Intake.</summary>
    public static readonly Actor Petitioner = new(new("petitioner"), "", Roles.Petitioner);
}

/// <summary>The road that is open instead, when a petition is declined (art. 19, 31).</summary>
public enum Road { Litigation, Arbitration, PartyDiscipline, AdministrativeReview, StatutoryDuty, AlreadyAccepted, OutsidePetition }

/// <summary>予以支持, 解释说明, 不予支持 (art. 32).</summary>
public enum Outcome { Supported, Explained, NotSupported }

/// <summary>How the petitioner was heard (art. 31 item 6).</summary>
public enum StatementWay { Visit, Phone, Online, OnSite }

/// <summary>直接, 邮寄, 电子, 留置, 公告送达 (by analogy with the Civil Procedure Law, art. 87 to 95); by telephone or text message in the simple procedure only.</summary>
public enum ServiceMethod { HandedOver, Post, Electronic, Left, PublicNotice, Phone }

/// <summary>Why a petition may take the simple procedure (《信访事项简易办理办法》第四条).</summary>
public enum SimpleGround { ClearAndSmall, AnswerableAtOnce, DailyLife, AlreadyPromised, Other }

/// <summary>采纳, 部分采纳, 未采纳, 留作参考: what becomes of a suggestion (art. 29).</summary>
public enum SuggestionOutcome { Adopted, PartlyAdopted, NotAdopted, Noted }

/// <summary>感谢信, 荣誉, 物质奖励 (art. 29): thanks are open for every suggestion that was answered, a reward for what was adopted.</summary>
public enum RewardKind { Thanks, Honour, Material }

/// <summary>调解 with a mediator, or 和解 between the two sides (art. 33).</summary>
public enum MediationKind { Mediation, Settlement }

/// <summary>The two sides of a mediation.</summary>
public enum Party { Petitioner, Respondent }

/// <summary>书面 or 口头达成、记录在案.</summary>
public enum AgreementForm { Written, Recorded }

/// <summary>重大, 复杂, 疑难: only these may be heard in public (art. 31 item 6).</summary>
public enum HearingGround { Grave, Complex, Doubtful }

/// <summary>解决问题, 思想教育, 帮扶救助, 依法处理: the four duties of article 27.</summary>
public enum Limb { Resolve, Educate, Relieve, ByLaw }

/// <summary>Means of settling a petition (art. 37): by law, policy, economic or administrative means; education, mediation, counselling; relief.</summary>
public enum Means { Legal, Policy, Economic, Administrative, Education, Mediation, Counselling, Relief, JudicialRelief }

/// <summary>Where the matter was settled: 社区（村）, 街道, 区.</summary>
public enum ClosingLevel { Community, Street, District }

/// <summary>What had given rise to the petition: the four causes of article 42, or none of them.</summary>
public enum RootCause { BeyondPower, FailedToAct, WrongLawOrProcedure, RefusedToEnforce, NoFault }

/// <summary>Why the handling ends without an answer.</summary>
public enum TerminationGround { PetitionerDied, OrganisationEnded }

/// <summary>What the preliminary verification of an accusation has shown. Never told outside.</summary>
public enum Verification { Founded, PartlyFounded, Unfounded, Unclear }
