using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;
using static Xinfang.Law.ChineseDates;

namespace Xinfang.Intake.Api.Progress;

/// <summary>One request for a review or a recheck, as far as it has been told.</summary>
internal sealed record ReviewTold(
    Guid Id, bool IsRecheck, string Body, DateTimeOffset RequestedAt, DateOnly RequestedOn, DateOnly ReceivedOn, bool InTime, ReviewRequestAnswered? Answer,
    IReadOnlyList<ReviewHearingHeld> Hearings, string? Outcome, DateTimeOffset? DecidedAt, DateOnly? RedoStrictDueOn, DateOnly? RedoDueOn,
    Guid? DocumentId, string? DocumentNumber, ReviewOpinionServed? Served)
{
    /// <summary>复查 or 复核.</summary>
    public string Word => IsRecheck ? "复核" : "复查";

    public bool Rejected => Answer is { Accepted: false };

    /// <summary>The body has it and its opinion has not reached the petitioner.</summary>
    public bool InHand => !Rejected && Served is null;

    public string OutcomeText => Outcome switch { "Uphold" => "维持", "Change" => "变更", _ => "撤销，重新办理" };

    public Article Basis => IsRecheck ? PetitionRegulations.Recheck : PetitionRegulations.Review;

    /// <summary>The body's own term; a recheck's hearings do not count.</summary>
    public DueDate Term(Moment now) => now.Due(ReceivedOn, (IsRecheck ? Terms.Recheck : Terms.Review).Code, $"收到{Word}申请", excludedDays: IsRecheck && Hearings is [.., var last] ? last.ExcludedDays : 0);

    public static IReadOnlyList<ReviewTold> Of(CaseFacts facts)
    {
        IEnumerable<ReviewTold> reviews = facts.Every<ReviewRequested>().Select(told =>
        {
            var decided = facts.Every<ReviewDecided>().LastOrDefault(each => each.ReviewId == told.ReviewId);
            return new ReviewTold(told.ReviewId, false, told.ReviewBody, told.RequestedAt, told.RequestedOn, told.ReceivedOn, told.InTime, Answered(told.ReviewId), Heard(told.ReviewId),
                decided?.Outcome, decided?.DecidedAt, decided?.RedoStrictDueOn, decided?.RedoDueOn, decided?.DocumentId, decided?.DocumentNumber, ServedOf(told.ReviewId));
        });
        IEnumerable<ReviewTold> rechecks = facts.Every<RecheckRequested>().Select(told =>
        {
            var decided = facts.Every<RecheckDecided>().LastOrDefault(each => each.ReviewId == told.ReviewId);
            return new ReviewTold(told.ReviewId, true, told.ReviewBody, told.RequestedAt, told.RequestedOn, told.ReceivedOn, told.InTime, Answered(told.ReviewId), Heard(told.ReviewId),
                decided?.Outcome, decided?.DecidedAt, decided?.RedoStrictDueOn, decided?.RedoDueOn, decided?.DocumentId, decided?.DocumentNumber, ServedOf(told.ReviewId));
        });
        return [.. reviews.Concat(rechecks).OrderBy(review => review.RequestedAt)];

        ReviewRequestAnswered? Answered(Guid id) => facts.Every<ReviewRequestAnswered>().LastOrDefault(each => each.ReviewId == id);
        IReadOnlyList<ReviewHearingHeld> Heard(Guid id) => [.. facts.Every<ReviewHearingHeld>().Where(each => each.ReviewId == id)];
        ReviewOpinionServed? ServedOf(Guid id) => facts.Every<ReviewOpinionServed>().LastOrDefault(each => each.ReviewId == id);
    }
}

/// <summary>The part of the story that a review or a recheck tells: each step with its day, its article and what can be done next.</summary>
internal static class StoryReview
{
    /// <summary>Who has it, until when.</summary>
    public static string Sentence(Situation of, ReviewTold review)
    {
        var body = Names.Of(review.Body);
        if (review.Served is { } served)
            return of.Stage is Stage.Ended
                ? $"复核意见已经送到，结果是{review.OutcomeText}，信访到此终结。{Full(served.ServedOn)}送到。"
                : $"{review.Word}意见已经送到，结果是{review.OutcomeText}。{Full(served.ServedOn)}送到。";
        if (review.DecidedAt is not null) return $"{body}已经作出{review.Word}意见，正在送到您手上。";
        var due = review.Term(of.Now);
        return of.Now.Date > due.DueOn
            ? $"{body}应当在{Full(due.DueOn)}前作出{review.Word}意见，已经超{-due.RemainingDays(of.Now.Date)}天。"
            : $"{body}收到了您的{review.Word}申请，最晚{Full(due.DueOn)}作出{review.Word}意见。";
    }

    /// <summary>What the petitioner needs to do.</summary>
    public static string Todo(Situation of) => of.Stage switch
    {
        Stage.Reviewed when of.RecheckRequest is { } right && of.Now.Date <= right.DueOn => $"同意，不用做什么；不同意，{Full(right.DueOn)}前可以申请复核。",
        Stage.Ended => $"同一事实和理由不再受理；有新的事实和理由，可以另提一件。生活有困难，打{Names.OfficePhone}，承办单位会帮助。",
        Stage.Barred => $"告知书写明了为什么、找谁帮助。有新的事实和理由，可以另提一件。看不懂，打{Names.OfficePhone}。",
        _ => "您现在不用做什么。",
    };

    /// <summary>The steps that are done.</summary>
    public static IEnumerable<(DateTimeOffset At, int Rank, StepView Step)> Done(Situation of)
    {
        foreach (var review in of.Reviews)
        {
            var (body, word) = (Names.Of(review.Body), review.Word);
            yield return (review.RequestedAt, 20, new StepView($"{Key(review)}-requested", $"您申请{word}", StepState.Done, review.RequestedAt, review.RequestedOn,
                $"{(review.RequestedOn == review.ReceivedOn ? "" : $"{MonthDay(review.RequestedOn)}交邮，")}{body}{MonthDay(review.ReceivedOn)}收到。{(review.InTime ? "" : $"超过了申请的30日，由{body}决定受理不受理。")}",
                Basis: review.Basis.Short));
            if (review.Answer is { } answer)
                yield return (answer.AnsweredAt, 21, answer.Accepted
                    ? new StepView($"{Key(review)}-accepted", $"{body}受理{word}申请", StepState.Done, answer.AnsweredAt, Moment.DateIn(answer.AnsweredAt),
                        "期限从收到申请那天算。", Documents: [answer.DocumentId], Basis: review.Basis.Short)
                    : new StepView($"{Key(review)}-rejected", $"{body}没有受理{word}申请", StepState.Done, answer.AnsweredAt, Moment.DateIn(answer.AnsweredAt),
                        $"{Ground(answer.Ground)}告知书写明了您现在可以怎么办{(answer.Until is { } until ? $"，最晚{Full(until)}" : "")}。", Documents: [answer.DocumentId], Basis: review.Basis.Short));
            foreach (var hearing in review.Hearings)
                yield return (hearing.RecordedAt, 22, new StepView($"{Key(review)}-hearing", $"{body}举行听证", StepState.Done, On: hearing.HeldTo,
                    Text: review.IsRecheck ? $"{MonthDay(hearing.HeldFrom)}到{MonthDay(hearing.HeldTo)}。听证时间不计入期限，最晚日期改为{Full(hearing.DueOn)}。" : $"{MonthDay(hearing.HeldFrom)}到{MonthDay(hearing.HeldTo)}。期限照常计算。",
                    Basis: PetitionRegulations.RecheckHearing.Short));
            if (review.DecidedAt is { } decidedAt)
            {
                var on = Moment.DateIn(decidedAt);
                yield return (decidedAt, 23, new StepView($"{Key(review)}-decided", $"{body}作出{word}意见", StepState.Done, decidedAt, on,
                    review.RedoDueOn is { } redo ? $"撤销了原来的意见。{of.Organ}重新办理，最晚{Full(redo)}给您新的意见。" : review.Served is null ? "正在送到您手上。" : $"结果：{review.OutcomeText}。",
                    StoryDone.Standing(on, review.Term(of.Now).DueOn), Basis: review.Basis.Short));
            }
            if (review.Served is { } served)
                yield return (CaseFactKeeping.StartOf(served.ServedOn).AddDays(1).AddTicks(-1), 24, new StepView($"{Key(review)}-served", $"{word}意见书送到您手上", StepState.Done, On: served.ServedOn,
                    Text: $"{Ways.Of(served.Method)}。{(served.RecheckDueOn is { } next ? $"不同意，{Full(next)}前可以申请复核。" : "")}{(served.Final ? "信访到此终结。" : "")}",
                    Documents: review.DocumentId is { } paper ? [paper] : [], Basis: (served.Final ? PetitionRegulations.FinalBar : PetitionRegulations.Recheck).Short));
        }
        foreach (var told in of.Facts.Every<PetitionBarred>())
            yield return (told.BarredAt, 5, new StepView("barred", $"{Names.Of(told.Organ)}不再受理", StepState.Done, told.BarredAt, Moment.DateIn(told.BarredAt),
                "以前同一件事已经复核终结，事实和理由都相同。", Documents: [told.DocumentId], Basis: PetitionRegulations.FinalBar.Short));
    }

    /// <summary>The step that is now, and those to come.</summary>
    public static IEnumerable<StepView> Now(Situation of)
    {
        if (of.Review is not { } review) yield break;
        var (body, word) = (Names.Of(review.Body), review.Word);
        if (review.InHand && review.DecidedAt is null)
        {
            var due = review.Term(of.Now);
            yield return new StepView($"{Key(review)}-handling", $"现在：{body}{word}", StepState.Now, DueOn: due.DueOn,
                Text: $"到时您会收到：《信访事项{word}意见书》，写明维持、变更还是撤销重作。{(review.IsRecheck ? "举行听证的，听证时间不计入期限。" : "")}",
                Late: of.Now.Date > due.DueOn ? $"超{-due.RemainingDays(of.Now.Date)}天" : $"已办{due.UsedDays(of.Now.Date)}天，共{due.Days}天",
                IfNot: $"如果到{MonthDay(due.DueOn)}还没有收到：从{MonthDay(due.DueOn.AddDays(1))}起算超期，您可以打{Names.OfficePhone}问。", Basis: review.Basis.Short);
            if (!review.IsRecheck) yield return new StepView("recheck", "不同意复查意见，可以申请复核", StepState.Next, Text: "收到复查意见书之日起30日内。", Basis: PetitionRegulations.Recheck.Short);
            yield break;
        }
        if (review.InHand)
        {
            yield return new StepView($"{Key(review)}-service", $"现在：把{word}意见书送到您手上", StepState.Now,
                Text: of.Petition.ElectronicService ? "您选的是网上送达，到了本页就能看。" : "寄给您或者当面交给您。", IfNot: $"如果5个工作日还没有收到：您可以打{Names.OfficePhone}问。", Basis: review.Basis.Short);
            yield break;
        }
        if (of.RecheckRequest is { } right && of.Now.Date <= right.DueOn)
            yield return new StepView("recheck", "现在：等您决定", StepState.Now, DueOn: right.DueOn,
                Text: $"同意，不用做什么。觉得不对，可以请{Names.Of(review.Served!.RecheckBody!)}复核，在本页就能申请。",
                IfNot: $"如果到{MonthDay(right.DueOn)}没有申请：过了这天，复核机关可以不受理。", Basis: PetitionRegulations.Recheck.Short);
    }

    /// <summary>Papers of the reviewing bodies. An opinion that is not served is the body's paper still.</summary>
    public static IEnumerable<DocumentView> Documents(Situation of)
    {
        foreach (var review in of.Reviews)
        {
            if (review.Answer is { } answer)
                yield return View(answer.DocumentId, answer.Accepted ? "ReviewAcceptance" : "ReviewRejection", $"{review.Word}申请{(answer.Accepted ? "" : "不予")}受理告知书", answer.DocumentNumber, Moment.DateIn(answer.AnsweredAt), null);
            if (review is { DocumentId: { } id, DecidedAt: { } decidedAt, Served: { } served })
                yield return View(id, review.IsRecheck ? "RecheckOpinion" : "ReviewOpinion", $"信访事项{review.Word}意见书", review.DocumentNumber, Moment.DateIn(decidedAt), served.ServedOn);
        }
        foreach (var told in of.Facts.Every<PetitionBarred>())
            yield return View(told.DocumentId, "Bar", "不再受理告知书", told.DocumentNumber, Moment.DateIn(told.BarredAt), null);

        DocumentView View(Guid document, string kind, string title, string? number, DateOnly issuedOn, DateOnly? servedOn) =>
            new(document, kind, title, number, issuedOn, servedOn, "case-handling", of.Petition.Id.Value);
    }

    /// <summary>申请复查 or 申请复核, whichever is next, and why not where it is not.</summary>
    public static ActView Act(Situation of)
    {
        var last = of.Review ?? (of.Decided is null ? of.Redo : null);
        if (of.Stage is Stage.Ended) return Shut("RequestRecheck", "申请复核", "复核意见已经送到，信访已经终结", PetitionRegulations.FinalBar);
        if (of.RecheckRequest is { } recheck && last is { IsRecheck: false, Served.RecheckBody: { } above })
            return Asked("RequestRecheck", "申请复核", recheck, above);
        if (last is { InHand: true }) return Shut(last.IsRecheck ? "RequestRecheck" : "RequestReview", $"申请{last.Word}", $"{MonthDay(last.RequestedOn)}已经申请，{Names.Of(last.Body)}正在{last.Word}", last.Basis);
        if (of.ReviewRequest is not { } review) return Shut("RequestReview", "申请复查", "要先收到书面处理意见", PetitionRegulations.Review);
        return Asked("RequestReview", "申请复查", review, of.Served?.ReviewBody);

        ActView Asked(string act, string label, DueDate due, string? body) => of.Now.Date > due.DueOn
            ? Shut(act, label, $"已经过了，{Full(due.DueOn)}截止。有住院、不可抗力等正当理由的，写一份申请交给{(body is null ? "上一级机关" : Names.Of(body))}，由它决定", due.Term.Basis)
            : new(act, label, true, $"请{(body is null ? "上一级机关" : Names.Of(body))}重新看，最晚{Full(due.DueOn)}。也可以寄信，邮戳在期限内就算按时", Basis: due.Basis, Href: "/progress/review");
    }

    private static ActView Shut(string act, string label, string reason, Article basis) => new(act, label, false, Reason: reason, Basis: basis.ToString());

    private static string Key(ReviewTold review) => review.IsRecheck ? "recheck" : "review";

    private static string Ground(string? ground) => ground switch
    {
        "Late" => "超过了30日，没有正当理由。",
        "WrongBody" => "应当由别的机关办。",
        "OtherMatter" => "说的不是原来那件事。",
        "OtherRoad" => "应当走别的法定途径。",
        "NotEntitled" => "申请人不是信访人，也没有受委托。",
        _ => "",
    };
}
