using System.Globalization;
using System.Text.Json;

namespace Xinfang.DepartmentConsumer;

/// <summary>The attributes of a CloudEvent that this department uses. Attributes and fields it does not know are passed over.</summary>
internal sealed record FeedEvent(Guid Id, string Type, Guid Petition, long Sequence, string Time, string? TraceParent)
{
    private static readonly string[] Known =
    [
        "cn.xinfang.intake.petition-forwarded.v1", "cn.xinfang.intake.petition-assigned.v1", "cn.xinfang.intake.petition-supplemented.v1",
        "cn.xinfang.intake.petition-withdrawn.v1", "cn.xinfang.intake.petition-chased.v1", "cn.xinfang.intake.message-left.v1",
        "cn.xinfang.intake.urgency-escalated.v1",
        "cn.xinfang.case-handling.simple-procedure-chosen.v1", "cn.xinfang.case-handling.simple-procedure-left.v1", "cn.xinfang.case-handling.mediation-started.v1",
        "cn.xinfang.case-handling.mediation-agreed.v1", "cn.xinfang.case-handling.mediation-failed.v1", "cn.xinfang.case-handling.enforcement-done.v1",
        "cn.xinfang.case-handling.enforcement-refused.v1", "cn.xinfang.case-handling.adoption-carried-out.v1", "cn.xinfang.case-handling.suggestion-rewarded.v1", "cn.xinfang.case-handling.petition-terminated.v1", "cn.xinfang.case-handling.petition-reopened.v1",
        "cn.xinfang.case-handling.accusation-transferred.v1", "cn.xinfang.case-handling.accusation-result-told.v1",
        "cn.xinfang.intake.petition-rated.v1", "cn.xinfang.case-handling.petition-received.v1", "cn.xinfang.case-handling.assignment-contested.v1",
        "cn.xinfang.intake.petition-called-back.v1",
        "cn.xinfang.intake.repeat-confirmed.v1",
        "cn.xinfang.intake.repeat-undone.v1",
        "cn.xinfang.case-handling.contestation-decided.v1", "cn.xinfang.department-feed.petition-returned.v1",
        "cn.xinfang.case-handling.petition-accepted.v1", "cn.xinfang.case-handling.petition-declined.v1",
        "cn.xinfang.case-handling.petition-extended.v1", "cn.xinfang.case-handling.term-due-soon.v1", "cn.xinfang.case-handling.term-overdue.v1",
        "cn.xinfang.case-handling.term-corrected.v1",
        "cn.xinfang.case-handling.opinion-withdrawn.v1", "cn.xinfang.case-handling.term-warned.v1", "cn.xinfang.case-handling.supervision-opened.v1",
        "cn.xinfang.case-handling.supervision-closed.v1", "cn.xinfang.case-handling.proposal-issued.v1", "cn.xinfang.case-handling.proposal-answered.v1",
        "cn.xinfang.case-handling.petition-decided.v1", "cn.xinfang.case-handling.opinion-served.v1", "cn.xinfang.case-handling.petition-completed.v1",
        "cn.xinfang.case-handling.review-requested.v1", "cn.xinfang.case-handling.recheck-requested.v1", "cn.xinfang.case-handling.review-request-answered.v1",
        "cn.xinfang.case-handling.review-hearing-held.v1", "cn.xinfang.case-handling.review-decided.v1", "cn.xinfang.case-handling.recheck-decided.v1",
        "cn.xinfang.case-handling.review-opinion-served.v1", "cn.xinfang.case-handling.petition-barred.v1",
        "cn.xinfang.case-handling.reply-published.v1", "cn.xinfang.case-handling.reply-withdrawn.v1",
    ];

    public bool IsKnown => Array.IndexOf(Known, Type) >= 0;

    /// <summary>Null for what is not a CloudEvent of the feed.</summary>
    public static FeedEvent? Read(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var e = json.RootElement;
            return new(e.GetProperty("id").GetGuid(), e.GetProperty("type").GetString()!, e.GetProperty("subject").GetGuid(),
                long.Parse(e.GetProperty("sequence").GetString()!, CultureInfo.InvariantCulture), e.GetProperty("time").GetString()!,
                e.TryGetProperty("traceparent", out var trace) ? trace.GetString() : null);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>One line: standing, time, type, petition, sequence, id, trace.</summary>
    public string Line(Standing standing) =>
        $"{standing.ToString().ToLowerInvariant()} {Time} {Type} petition={Petition} sequence={Sequence} id={Id} trace={TraceParent?.Split('-')[1] ?? "-"}";
}
