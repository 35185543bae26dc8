namespace Xinfang.Portal.Desk;

/// <summary>The confirming page of each act, below /desk/petitions/{id}; the same words as the route of the service.</summary>
internal static class ActRoutes
{
    private static readonly Dictionary<string, string> Pages = new(StringComparer.Ordinal)
    {
        ["Claim"] = "claim",
        ["Accept"] = "acceptance",
        ["Decline"] = "declination",
        ["Contest"] = "contestation",
        ["DecideContestation"] = "contestation/decision",
        ["HearStatement"] = "statement",
        ["Extend"] = "extensions",
        ["ServeExtension"] = "extensions/service",
        ["DraftOpinion"] = "opinion/draft",
        ["CheckOpinion"] = "opinion/check",
        ["ReturnDraft"] = "opinion/return",
        ["SignOpinion"] = "opinion/signature",
        ["WithdrawOpinion"] = "opinion/withdrawal",
        ["Serve"] = "service",
        ["Complete"] = "completion",
        ["Recuse"] = "recusal",
        ["ChooseSimple"] = "simple-procedure",
        ["LeaveSimple"] = "simple-procedure/end",
        ["StudySuggestion"] = "study",
        ["AnswerSuggestion"] = "answer",
        ["CarryOutAdoption"] = "answer/measure",
        ["RewardSuggestion"] = "answer/reward",
        ["ConsentToMediation"] = "mediation/consents",
        ["Mediate"] = "mediation",
        ["Agree"] = "mediation/agreement",
        ["FailMediation"] = "mediation/failure",
        ["CallHearing"] = "hearings",
        ["HoldHearing"] = "hearings/record",
        ["CancelHearing"] = "hearings/cancellation",
        ["TakeMeasure"] = "measures",
        ["Contact"] = "contacts",
        ["PlanEnforcement"] = "enforcement/plan",
        ["Enforce"] = "enforcement",
        ["RefuseEnforcement"] = "enforcement/refusal",
        ["ReceiveAccusation"] = "accusation/reception",
        ["VerifyAccusation"] = "accusation/verification",
        ["TransferAccusation"] = "accusation/transfer",
        ["InformOrganisation"] = "accusation/organisation",
        ["TellResult"] = "accusation/result",
        ["HandOver"] = "hand-over",
        ["NameConcerned"] = "concerned",
        ["Terminate"] = "termination",
        ["StateNews"] = "news",
        ["Bar"] = "bar",
        ["LinkEarlier"] = "earlier",
        ["ProposePublication"] = "publication",
        ["ReleasePublication"] = "publication/release",
        ["WithdrawPublication"] = "publication/withdrawal",
    };

    /// <summary>The page of an act; null where there is none.</summary>
    public static string? PageOf(string act) => Pages.GetValueOrDefault(act);
}
