using System.Collections.Frozen;

namespace Xinfang.DepartmentFeed.Api.Documents;

/// <summary>What each field of the data means, one line for people.</summary>
internal static class FieldWords
{
    /// <summary>The line for a field. Throws for a field without one: nothing is told that is not explained.</summary>
    public static string For(string field) => Words[field];

    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["petitionId"] = "Id of the petition.",
        ["number"] = "信访编号: 120104-yyyyMMdd-nnnn.",
        ["organ"] = "Code of the organ the fact is about.",
        ["round"] = "Which routing of the petition: 1, 2 after one return, …",
        ["channel"] = "信访形式: Online, Letter, Phone, Fax or Visit (art. 17).",
        ["receivedOn"] = "Day the office received the petition.",
        ["registeredAt"] = "When the office registered it.",
        ["street"] = "Code of the street it is about, if one was named.",
        ["forwardStrictDueOn"] = "Last day for forwarding (15 days, art. 22), days off counted.",
        ["forwardDueOn"] = "Last day for forwarding, rolled to the next working day.",
        ["category"] = "Suggestion (art. 29), Accusation (art. 30) or Redress (art. 31).",
        ["contentCode"] = "Code of the matter in the office's scheme.",
        ["urgent"] = "重大、紧急 (art. 25).",
        ["classifiedAt"] = "When the office classified it.",
        ["claimCount"] = "How many claims it makes; each gets an outcome in the opinion (art. 32).",
        ["electronicService"] = "The petitioner agreed to be served electronically.",
        ["receivedByOfficeOn"] = "Day the office received the petition.",
        ["forwardedAt"] = "When it was forwarded.",
        ["assignedAt"] = "When it was assigned.",
        ["reportDueOn"] = "Last day for reporting the result to the office (art. 22 para. 1 item 3).",
        ["supplementNumber"] = "Which supplement: 1, 2, … Its text is in the dossier.",
        ["supplementedAt"] = "When it was added.",
        ["receivedAt"] = "收到: when the petition became available to the organ; its terms run from the day after.",
        ["noticeStrictDueOn"] = "Last day for the written notice of acceptance or declination (15 days, art. 23), days off counted.",
        ["noticeDueOn"] = "The same, rolled to the next working day.",
        ["contestDueOn"] = "Last day for contesting the routing (5 working days, art. 23).",
        ["claimedAt"] = "认领: when an officer took it in hand.",
        ["contestedAt"] = "When the organ contested the routing.",
        ["proposedOrgan"] = "Code of the organ proposed instead.",
        ["agreed"] = "Whether the office agreed: true, the petition is routed again; false, the organ keeps it.",
        ["decidedAt"] = "When it was decided.",
        ["acceptedAt"] = "受理: when the organ accepted it.",
        ["strictDueOn"] = "Last day of the term, days off counted; warnings and statistics follow it.",
        ["dueOn"] = "Last day of the term, rolled to the next working day; breached only after it.",
        ["documentId"] = "Id of the document; its text is fetched from CaseHandling.",
        ["documentNumber"] = "文号.",
        ["declinedAt"] = "不予受理: when the organ declined it.",
        ["road"] = "The road that is open instead (art. 19, 31).",
        ["until"] = "Last day of that road, where the law sets one.",
        ["heardOn"] = "Day the petitioner was heard (art. 31 item 6).",
        ["recordedAt"] = "When that was recorded.",
        ["days"] = "Days added to the completion term by this extension (art. 34).",
        ["servedOn"] = "Day of service.",
        ["term"] = "Which term.",
        ["noticedAt"] = "When the term was found to be due soon or overdue.",
        ["supported"] = "Number of claims supported.",
        ["explained"] = "Number of claims explained.",
        ["notSupported"] = "Number of claims not supported.",
        ["inTime"] = "Whether the term was kept.",
        ["method"] = "Way of service.",
        ["reviewBody"] = "Code of the organ that would review the opinion (art. 35).",
        ["reviewStrictDueOn"] = "Last day for asking for review (30 days, art. 35), days off counted.",
        ["reviewDueOn"] = "The same, rolled to the next working day.",
        ["completedAt"] = "办结: when the file was closed.",
        ["officeScore"] = "Satisfied, FairlySatisfied or Dissatisfied with the office.",
        ["organScore"] = "The same for the organ.",
        ["ratedAt"] = "When the petitioner rated.",
        ["returnedAt"] = "交还: when the organ lost the petition.",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
