using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using static Xinfang.Law.ChineseDates;

namespace Xinfang.Intake.Api.Progress;

/// <summary>What only the petition office knows of a routing.</summary>
/// <param name="Reason">The clerk's words; null when sealed.</param>
internal sealed record RoutingTold(int Round, string? Reason, Guid NoticeId);

/// <summary>A supplement or rating, for the story.</summary>
internal sealed record SupplementTold(int Number, DateTimeOffset At);

/// <summary>The scores, for the story.</summary>
internal sealed record RatingTold(string Organ, Score Office, Score OrganScore, DateTimeOffset At);

/// <summary>
/// The story of a petition in plain words, for a reader of 75: one sentence first, then each step. Pure: the same facts and the same
/// day tell the same story, whenever and how often the facts arrived.
/// </summary>
internal static class Story
{
    public static ProgressView Tell(
        Situation of, string subject, IReadOnlyList<RoutingTold> routings, IReadOnlyList<SupplementTold> supplements, RatingTold? rating,
        IReadOnlyList<DocumentView> ownDocuments, OwnTold? told = null)
    {
        var (petition, own) = (of.Petition, told ?? OwnTold.Nothing);
        return new ProgressView(
            petition.Number, subject, of.Stage, OrganView.Of(petition.Organ), Sentence(of, own), Todo(of), of.TermViews(),
            [.. StoryDone.Steps(of, routings, supplements, rating, own), .. StoryNow.Steps(of)], StoryActs.Of(of), [.. ownDocuments, .. CaseDocuments(of), .. StoryReview.Documents(of)],
            petition.RatedAt is null && of.Rating is { } window && of.Now.Date <= window.DueOn ? window.DueOn : null,
            UpdatedAt(of, supplements, own));
    }

    /// <summary>Who has it, until when.</summary>
    internal static string Sentence(Situation of, OwnTold? own = null) => of.Stage switch
    {
        Stage.Replied => $"{Names.Office}已经直接回复您。",
        Stage.Linked => $"同一件事正由{(own?.Answer?.RunningOrgan is { } holder ? Names.Of(holder) : "别的机关")}办理，这里不再受理。告知书写明了到哪里查。",
        Stage.Diverted => $"这件事要走别的渠道。{own?.Answer?.Words ?? "告知书写明了去哪里。"}",
        Stage.Withdrawn => "您已经撤回这件信访，不再办理。",
        Stage.Disputed => $"几个单位对归谁管说法不一，{Names.Office}正在协调，定下来就转。",
        Stage.Reviewing or Stage.Reviewed or Stage.Ended when of.Review is { } review => StoryReview.Sentence(of, review),
        Stage.Barred => $"{of.Organ}不再受理，以前同一件事已经复核终结。",
        Stage.Registered or Stage.Classified => of.Now.Date > of.Forwarding.DueOn
            ? $"{Names.Office}应当在{Full(of.Forwarding.DueOn)}前转给该管的单位，已经超{Over(of, of.Forwarding)}天。"
            : $"{Names.Office}收到了，最晚{Full(of.Forwarding.DueOn)}转给该管的单位。",
        Stage.Returned => $"{of.Organ}说不归它管，{Names.Office}核实后同意，正在重新找该管的单位。",
        Stage.Forwarded or Stage.Assigned => $"{RoutedOn(of)}{Handed(of)}{of.Organ}，等它收到。",
        Stage.Received when of.Notice is { } notice => of.Now.Date > notice.DueOn
            ? $"{of.Organ}应当在{Full(notice.DueOn)}前书面告诉您受理不受理，已经超{Over(of, notice)}天。{Names.Office}必须督办。"
            : $"{RoutedOn(of)}{Handed(of)}{of.Organ}。{MonthDay(notice.DueOn)}前，它会书面告诉您受理不受理。",
        Stage.Received => $"{RoutedOn(of)}{Handed(of)}{of.Organ}，它按自己的规定办理和答复。",
        Stage.Contested => $"{of.Organ}说这件事不归它管，{Names.Office}正在核实。",
        Stage.Accepted when of.Completion is { } completion => of.Now.Date > completion.DueOn
            ? $"{of.Organ}应当在{Full(completion.DueOn)}前给您{of.Opinion}，已经超{Over(of, completion)}天。{Names.Office}必须督办。"
            : $"{of.Organ}正在办理，最晚{Full(completion.DueOn)}给您{of.Opinion}。",
        Stage.Mediating when of.Completion is { } completion => $"您和对方都同意{Kind(of.Mediating!.Kind)}，{of.Organ}正在安排。没有谈成，最晚{Full(completion.DueOn)}给您{of.Opinion}。",
        Stage.Settled when of.Agreed is { } agreed => $"您和对方达成了协议，{Full(agreed.PerformDueOn)}前履行。",
        Stage.Terminated => $"{of.Organ}已经终止办理。",
        Stage.Answered => $"{of.Organ}已经向您反馈结果。",
        Stage.Declined => $"{of.Organ}没有受理。它的书面告知写明了该走哪条路、找谁、到哪天。",
        Stage.Decided when of.Service is { } service => $"{of.Organ}已经作出{of.Opinion}，最晚{Full(service.DueOn)}送到您手上。",
        Stage.Served or Stage.Completed when of.Served is { } served => $"{Arrived(of)}，{Outcome(of)}。{Full(served.ServedOn)}送到。",
        _ => $"{of.Organ}已经办结。",
    };

    /// <summary>What the petitioner needs to do.</summary>
    internal static string Todo(Situation of) => of.Stage switch
    {
        Stage.Reviewing or Stage.Reviewed or Stage.Ended or Stage.Barred => StoryReview.Todo(of),
        Stage.Declined => of.Declined?.Until is { } until
            ? $"请按书面告知去该去的地方，最晚{Full(until)}。看不懂，打{Names.OfficePhone}。"
            : $"请按书面告知去该去的地方。看不懂，打{Names.OfficePhone}。",
        Stage.Replied => $"您现在不用做什么。还有要求的，可以另提一件，或者打{Names.OfficePhone}。",
        Stage.Linked => "请用那一件的编号和查询码查进度，有新情况也在那一件里补充。",
        Stage.Diverted => $"请按告知书去该去的地方。看不懂，打{Names.OfficePhone}。",
        Stage.Withdrawn => "有新的事实和理由，可以另提一件。",
        Stage.Decided => "您现在不用做什么。收到后请看清楚最后一天。",
        Stage.Terminated or Stage.Answered => $"您现在不用做什么。有不明白的，打{Names.OfficePhone}。",
        Stage.Served or Stage.Completed => of.ReviewRequest is { } review && of.Now.Date <= review.DueOn
            ? $"同意，不用做什么；不同意，{Full(review.DueOn)}前可以申请复查。"
            : "您现在不用做什么。",
        _ => "您现在不用做什么；有新照片、新情况，可以补充。",
    };

    /// <summary>支持2项，解释说明1项.</summary>
    internal static string Outcomes(PetitionDecided decided)
    {
        if (decided.Adoption is { } adoption) return Adopted(adoption);
        string[] parts =
        [
            .. new[] { (decided.Supported, "支持"), (decided.Explained, "解释说明"), (decided.NotSupported, "不予支持") }
                .Where(part => part.Item1 > 0).Select(part => $"{part.Item2}{part.Item1}项"),
        ];
        return string.Join("，", parts);
    }

    /// <summary>What becomes of a suggestion (art. 29).</summary>
    internal static string Adopted(string adoption) => adoption switch
    {
        "Adopted" => "采纳",
        "PartlyAdopted" => "部分采纳",
        "NotAdopted" => "没有采纳",
        _ => "留作参考",
    };

    /// <summary>调解, 和解.</summary>
    internal static string Kind(string kind) => kind == "Settlement" ? "和解" : "调解";

    private static string Arrived(Situation of) => of.IsSuggestion ? "书面答复已经送到" : "处理意见已经送到";

    private static string Outcome(Situation of) => of.Decided is { Adoption: { } adoption } ? $"您的建议{Adopted(adoption)}"
        : of.Decided is { } decided
        ? $"{decided.Supported + decided.Explained + decided.NotSupported}项请求支持了{decided.Supported}项"
        : "每一项请求都有答复";

    private static string RoutedOn(Situation of) => of.Routing is { } routing ? MonthDay(Moment.DateIn(routing.At)) : "";

    private static string Handed(Situation of) => of.Petition.Status is PetitionStatus.Assigned ? "交给" : "转给";

    private static int Over(Situation of, DueDate due) => -due.RemainingDays(of.Now.Date);

    private static IEnumerable<DocumentView> CaseDocuments(Situation of)
    {
        var id = of.Petition.Id.Value;
        foreach (var told in of.Facts.Every<PetitionAccepted>()) yield return View(told.DocumentId, "Acceptance", "受理告知书", told.DocumentNumber, Moment.DateIn(told.AcceptedAt), null);
        foreach (var told in of.Facts.Every<PetitionDeclined>()) yield return View(told.DocumentId, "Declination", "不予受理告知书", told.DocumentNumber, Moment.DateIn(told.DeclinedAt), null);
        foreach (var told in of.Facts.Every<PetitionExtended>()) yield return View(told.DocumentId, "Extension", "延长办理期限告知书", told.DocumentNumber, told.ServedOn, told.ServedOn);
        foreach (var told in of.Facts.Opinions())
            if (of.Facts.Every<OpinionServed>().LastOrDefault(served => served.DocumentId == told.DocumentId || served.Organ == told.Organ) is { } served) // unserved, it is the organ's paper still
                yield return View(told.DocumentId, "Opinion", of.IsSuggestion ? "书面答复" : "信访处理意见书", told.DocumentNumber, Moment.DateIn(told.DecidedAt), served.ServedOn);

        foreach (var told in of.Facts.Every<MediationAgreed>())
            if (told.DocumentId is { } agreement) yield return View(agreement, told.Kind == "Settlement" ? "SettlementAgreement" : "MediationAgreement", $"{Kind(told.Kind)}协议", told.DocumentNumber, Moment.DateIn(told.AgreedAt), null);
        foreach (var told in of.Facts.Every<PetitionTerminated>())
            if (told.DocumentId is { } notice) yield return View(notice, "Termination", "终止办理告知书", told.DocumentNumber, Moment.DateIn(told.TerminatedAt), null);

        DocumentView View(Guid document, string kind, string title, string? number, DateOnly issuedOn, DateOnly? servedOn) =>
            new(document, kind, title, number, issuedOn, servedOn, "case-handling", id);
    }

    private static DateTimeOffset UpdatedAt(Situation of, IReadOnlyList<SupplementTold> supplements, OwnTold own)
    {
        var petition = of.Petition;
        DateTimeOffset?[] moments =
            [petition.RegisteredAt, petition.RatedAt, of.Facts.UpdatedAt, .. petition.Routings.Select(r => (DateTimeOffset?)r.At), .. supplements.Select(s => (DateTimeOffset?)s.At),
                own.Answer?.At, own.Withdrawal?.At, own.CallBack?.At, .. own.Chases.Select(c => (DateTimeOffset?)c.At), .. own.Messages.Select(m => m.RepliedAt ?? m.At)];
        return moments.Max()!.Value;
    }
}
