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
    };

    /// <summary>The page of an act; null where there is none.</summary>
    public static string? PageOf(string act) => Pages.GetValueOrDefault(act);
}
