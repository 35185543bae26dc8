using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using static Xinfang.Law.ChineseDates;

namespace Xinfang.Intake.Api.Progress;

/// <summary>The steps that are done, in the order in which they happened. None is ever left out because a later one has come.</summary>
internal static class StoryDone
{
    public static IEnumerable<StepView> Steps(
        Situation of, IReadOnlyList<RoutingTold> routings, IReadOnlyList<SupplementTold> supplements, RatingTold? rating, OwnTold own)
    {
        List<(DateTimeOffset At, int Rank, StepView Step)> steps = [(of.Petition.RegisteredAt, 0, Registered(of.Petition, own.Guidance))];
        foreach (var routing in of.Petition.Routings) steps.Add((routing.At, 1, Routed(of, routing, routings.SingleOrDefault(told => told.Round == routing.Round))));
        foreach (var told in of.Facts.Every<PetitionReceived>()) steps.Add((told.ReceivedAt, 2, Received(told)));
        foreach (var told in of.Facts.Every<AssignmentContested>()) steps.Add((told.ContestedAt, 3, Contested(told)));
        foreach (var told in of.Facts.Every<ContestationDecided>()) steps.Add((told.DecidedAt, 4, ContestDecided(told)));
        foreach (var told in of.Facts.Every<PetitionAccepted>()) steps.Add((told.AcceptedAt, 5, Accepted(of, told)));
        foreach (var told in of.Facts.Every<PetitionDeclined>()) steps.Add((told.DeclinedAt, 5, Declined(of, told)));
        foreach (var told in of.Facts.Every<StatementHeard>()) steps.Add((EndOf(told.HeardOn), 6, Heard(told)));
        foreach (var told in of.Facts.Every<PetitionExtended>()) steps.Add((EndOf(told.ServedOn), 7, Extended(told)));
        foreach (var told in of.Facts.Every<TermCorrected>().Where(told => told.Term == Terms.Completion.Code || told.Term == Terms.Redo.Code)) steps.Add((told.CorrectedAt, 7, Corrected(told, of.Opinion)));
        foreach (var told in of.Facts.Every<TermCorrected>().Where(told => told.Term == Terms.Review.Code || told.Term == Terms.Recheck.Code)) steps.Add((told.CorrectedAt, 7, Corrected(told, told.Term == Terms.Review.Code ? "复查意见" : "复核意见")));
        foreach (var told in of.Facts.Opinions()) steps.Add((told.DecidedAt, 8, Decided(of, told)));
        foreach (var told in of.Facts.Every<OpinionServed>()) steps.Add((EndOf(told.ServedOn), 9, Served(of, told)));
        foreach (var told in of.Facts.Every<PetitionCompleted>()) steps.Add((told.CompletedAt, 10, Completed(told)));
        foreach (var told in of.Facts.Every<ReplyPublished>())
            steps.Add((told.PublishedAt, 11, new("published", "答复公开在网上", StepState.Done, told.PublishedAt, Moment.DateIn(told.PublishedAt),
                "已经去掉您和别人的姓名、电话、住址，由两个人看过。您觉得还能认出您，请打电话告诉我们，马上撤下。", Basis: OtherProcedures.NothingOfThirdParties.ToString())));
        foreach (var told in of.Facts.Every<ReplyWithdrawn>())
            steps.Add((told.WithdrawnAt, 12, new("unpublished", "公开的答复撤下了", StepState.Done, told.WithdrawnAt, Moment.DateIn(told.WithdrawnAt), Basis: OtherProcedures.NothingOfThirdParties.ToString())));
        foreach (var told in of.Facts.Every<SimpleProcedureChosen>()) steps.Add((told.ChosenAt, 4, Simple(told)));
        foreach (var told in of.Facts.Every<SimpleProcedureLeft>()) steps.Add((told.EndedAt, 6, Ordinary(told)));
        foreach (var told in of.Facts.Every<PetitionerContacted>().Where(told => told.First)) steps.Add((told.ContactedAt, 3, Contacted(told)));
        foreach (var told in of.Facts.Every<PetitionHandedOver>()) steps.Add((told.HandedOverAt, 6, HandedOver(told)));
        foreach (var told in of.Facts.Every<HearingCalled>()) steps.Add((told.CalledAt, 6, HearingCalled(told)));
        foreach (var told in of.Facts.Every<HearingHeld>()) steps.Add((told.RecordedAt, 7, HearingHeld(told)));
        foreach (var told in of.Facts.Every<HearingCancelled>()) steps.Add((told.CancelledAt, 7, HearingCancelled(told)));
        foreach (var told in of.Facts.Every<MediationStarted>()) steps.Add((told.StartedAt, 6, Mediating(told)));
        foreach (var told in of.Facts.Every<MediationFailed>()) steps.Add((told.FailedAt, 7, MediationFailed(told)));
        foreach (var told in of.Facts.Every<MediationAgreed>()) steps.Add((told.AgreedAt, 8, Agreed(told)));
        foreach (var told in of.Facts.Every<EnforcementDone>()) steps.Add((EndOf(told.DoneOn), 10, Enforced(told)));
        foreach (var told in of.Facts.Every<EnforcementRefused>()) steps.Add((told.RefusedAt, 10, EnforcementRefused(told)));
        foreach (var told in of.Facts.Every<PetitionReopened>()) steps.Add((told.ReopenedAt, 12, Reopened(told)));
        foreach (var told in of.Facts.Every<PetitionTerminated>()) steps.Add((told.TerminatedAt, 12, Terminated(told)));
        foreach (var told in of.Facts.Every<AccusationTransferred>()) steps.Add((told.TransferredAt, 5, Transferred(told)));
        foreach (var told in of.Facts.Every<AccusationResultTold>()) steps.Add((told.ToldAt, 12, Answered(told)));
        steps.AddRange(StoryReview.Done(of));
        steps.AddRange(StorySuggestion.Done(of));
        foreach (var told in supplements) steps.Add((told.At, 11, Supplemented(of, told)));
        if (rating is not null) steps.Add((rating.At, 12, Rated(rating)));
        if (own.Answer is { } answer) steps.Add((answer.At, 5, OwnAnswered(answer)));
        foreach (var told in own.Chases) steps.Add((told.At, 11, Chased(told)));
        foreach (var told in own.Messages) steps.Add((told.At, 11, Messaged(told)));
        if (own.CallBack is { } called) steps.Add((called.At, 13, CalledBack(called)));
        if (own.Withdrawal is { } withdrawal) steps.Add((withdrawal.At, 12, Withdrew(withdrawal)));
        return steps.OrderBy(step => Moment.DateIn(step.At)).ThenBy(step => step.Rank is 11 ? 1 : 0).ThenBy(step => step.Rank).ThenBy(step => step.At).Select(step => step.Step);
    }

    private static StepView Registered(Petition petition, string? guidance)
    {
        var on = Moment.DateIn(petition.RegisteredAt);
        var text = on == petition.ReceivedOn
            ? "当天登记。编号和查询码在回执上。"
            : $"{MonthDay(on)}登记。期限从收到那天算，不从登记那天算。编号和查询码在回执上。";
        return new("registered", "收到您的信访", StepState.Done, petition.RegisteredAt, petition.ReceivedOn, text,
            Documents: [petition.Id.Value], Basis: PetitionRegulations.Registration.Short, Note: guidance);
    }

    private static StepView OwnAnswered(OwnTold.AnswerTold told)
    {
        var on = Moment.DateIn(told.At);
        return told.Act switch
        {
            Act.Reply => new("replied", $"{Names.Office}直接回复", StepState.Done, told.At, on, told.Words, Documents: [told.DocumentId], Basis: PetitionRegulations.Registration.Short),
            Act.Link => new("linked", "本级不予受理，同一件事正在办", StepState.Done, told.At, on,
                $"请看信访编号{told.RunningNumber}{(told.RunningOrgan is { } organ ? $"，{Names.Of(organ)}在办" : "")}。", Documents: [told.DocumentId], Basis: PetitionRegulations.HigherLevelBar.Short),
            _ => new("diverted", "告诉您走别的渠道", StepState.Done, told.At, on, told.Words, Documents: [told.DocumentId], Basis: PetitionRegulations.LitigationSeparation.Short),
        };
    }

    private static StepView Chased(OwnTold.ChaseTold told) => new("chased", $"您催办，第{told.Number}次", StepState.Done, told.At, Moment.DateIn(told.At),
        $"{(told.Organ is { } organ ? Names.Of(organ) : Names.Office)}已经收到提醒。", Basis: PetitionRegulations.Supervision.Short);

    private static StepView Messaged(OwnTold.MessageTold told) => new("message", $"您给{Names.Of(told.Organ)}留言", StepState.Done, told.At, Moment.DateIn(told.At),
        told.RepliedAt is { } replied ? $"{MonthDay(Moment.DateIn(replied))}已经回复，在“留言”里看。" : $"最晚{MonthDay(told.ReplyDueOn)}回复（本区设定）。", Basis: PetitionRegulations.Diligence.Short);

    private static StepView CalledBack(OwnTold.CallBackTold told)
    {
        var way = told.Way switch { CallBackWay.Phone => "我们给您打过电话", CallBackWay.HomeVisit => "我们上门找过您", _ => "我们当面问过您" };
        var outcome = told.Outcome switch
        {
            CallBackOutcome.Settled => "您说没有别的要求，记下了。",
            CallBackOutcome.MoreToDo => "您说的还要办的，已经告诉承办单位。",
            CallBackOutcome.ReferredToSupervision => "您说的问题，已经交给督查人员。",
            _ => $"没有联系上您。您可以打{Names.OfficePhone}。",
        };
        return new("called-back", told.Outcome is CallBackOutcome.NotReached && told.Way is CallBackWay.InPerson ? "我们约过您" : way, StepState.Done, told.At, told.HeldOn,
            $"因为您评了不满意，{MonthDay(told.HeldOn)}回访。{outcome}", Basis: PetitionRegulations.Rating.Short);
    }

    private static StepView Withdrew(OwnTold.WithdrawalTold told) => new("withdrawn", "您撤回了这件信访", StepState.Done, told.At, Moment.DateIn(told.At),
        "不再办理。有新的事实和理由，可以再提出。", Documents: [told.DocumentId], Basis: PetitionRegulations.Form.Short);

    private static StepView Routed(Situation of, Routing routing, RoutingTold? told)
    {
        var (on, organ) = (Moment.DateIn(routing.At), Names.Of(routing.Organ));
        var assigned = routing.ReportDueOn is { } report ? $"我们要它在{MonthDay(report)}前报告结果。" : null;
        var text = string.Concat(told?.Reason is { } reason ? Stopped(reason) : null, assigned);
        return new("routed", routing.ReportDueOn is null ? $"转给{organ}" : $"交给{organ}办理", StepState.Done, routing.At, on,
            text.Length == 0 ? null : text,
            // The term of article 22 is met by the first routing; a later one has none of its own.
            routing.Round == 1 ? Standing(on, of.Petition.ForwardDueOn) : null,
            Documents: told is null ? [] : [told.NoticeId], Basis: PetitionRegulations.Forwarding.Short);
    }

    private static StepView Received(PetitionReceived told) => new("received", $"{Names.Of(told.Organ)}收到", StepState.Done, told.ReceivedAt, Moment.DateIn(told.ReceivedAt),
        told.NoticeDueOn is { } due ? $"{MonthDay(due)}前，它会书面告诉您受理不受理。" : "它按自己的规定办理和答复。",
        Basis: told.NoticeDueOn is null ? PetitionRegulations.OwnNoticeRules.Short : PetitionRegulations.Notice.Short);

    private static StepView Contested(AssignmentContested told) => new("contested", $"{Names.Of(told.Organ)}提出异议", StepState.Done, told.ContestedAt, Moment.DateIn(told.ContestedAt),
        $"它说这件事不归它管。{Names.Office}核实，您不用做什么。", Basis: PetitionRegulations.Contest.Short);

    private static StepView ContestDecided(ContestationDecided told) => told.Agreed
        ? new("returned", $"{Names.Office}同意，收回重新转", StepState.Done, told.DecidedAt, Moment.DateIn(told.DecidedAt),
            "转给哪个单位，会再告诉您。", Basis: PetitionRegulations.Contest.Short)
        : new("contestation-refused", $"{Names.Office}核实过，仍由{Names.Of(told.Organ)}办", StepState.Done, told.DecidedAt, Moment.DateIn(told.DecidedAt),
            "它的期限一直在算，没有停。", Basis: PetitionRegulations.Contest.Short);

    private static StepView Accepted(Situation of, PetitionAccepted told)
    {
        var (on, organ) = (Moment.DateIn(told.AcceptedAt), told.Organ);
        var notice = of.Facts.Last<PetitionReceived>(organ)?.NoticeDueOn;
        return new("accepted", $"{Names.Of(organ)}决定受理", StepState.Done, told.AcceptedAt, on,
            $"从这天起算，{MonthDay(told.DueOn)}前给您{of.Opinion}。", notice is { } due ? Standing(on, due) : null,
            Documents: [told.DocumentId], Basis: PetitionRegulations.Notice.Short);
    }

    private static StepView Declined(Situation of, PetitionDeclined told)
    {
        var on = Moment.DateIn(told.DeclinedAt);
        var notice = of.Facts.Last<PetitionReceived>(told.Organ)?.NoticeDueOn;
        return new("declined", $"{Names.Of(told.Organ)}不予受理", StepState.Done, told.DeclinedAt, on,
            $"{Roads.Of(told.Road)}{(told.Until is { } until ? $"最晚{Full(until)}。" : "")}告知书写明了去哪里、怎么办。",
            notice is { } due ? Standing(on, due) : null, Documents: [told.DocumentId], Basis: PetitionRegulations.Notice.Short);
    }

    private static StepView Heard(StatementHeard told) => new("heard", "听您说了情况", StepState.Done, On: told.HeardOn,
        Text: $"{Names.Of(told.Organ)}记下了您的陈述。", Basis: PetitionRegulations.Hearing.Short);

    private static StepView Extended(PetitionExtended told) => new("extended", $"延期{told.Days}日", StepState.Done, On: told.ServedOn,
        Text: $"情况复杂，经{Names.Of(told.Organ)}负责人批准。最晚日期改为{Full(told.DueOn)}，理由写在告知书里。",
        Documents: [told.DocumentId], Basis: PetitionRegulations.Extension.Short);

    private static StepView Corrected(TermCorrected told, string paper) => new("corrected", "放假安排有更正，最晚日期重算", StepState.Done, told.CorrectedAt, Moment.DateIn(told.CorrectedAt),
        $"给您{paper}的最晚日期由{MonthDay(told.FormerDueOn)}改为{Full(told.DueOn)}。", Basis: CivilCode.LastDay.ToString());

    private static StepView Decided(Situation of, PetitionDecided told)
    {
        var on = Moment.DateIn(told.DecidedAt);
        var acceptedOn = Situation.On(of.Facts.Last<PetitionAccepted>(told.Organ)?.AcceptedAt);
        return new("decided", of.IsSuggestion ? "作出书面答复" : "作出处理意见", StepState.Done, told.DecidedAt, on,
            told.Adoption is null ? $"{told.Supported + told.Explained + told.NotSupported}项请求：{Story.Outcomes(told)}。" : $"您的建议：{Story.Outcomes(told)}。",
            told.Organ == of.Petition.Organ && of.Completion is { } due ? Standing(on, due.DueOn) : null,
            acceptedOn is { } from ? $"用了{on.DayNumber - from.DayNumber}天。" : null,
            Basis: told.Adoption is null ? $"{PetitionRegulations.Opinion.Short}、{PetitionRegulations.Completion.Provision}" : PetitionRegulations.Suggestion.Short);
    }

    private static StepView Served(Situation of, OpinionServed told) => new("served", of.IsSuggestion ? "书面答复送到了" : "意见书送到您手上", StepState.Done, On: told.ServedOn,
        Text: $"{Ways.Of(told.Method)}。{(told.ReviewDueOn is { } review ? $"不同意，{Full(review)}前可以申请复查。" : "")}",
        Documents: of.Facts.Opinions().LastOrDefault(each => each.Organ == told.Organ) is { } decided ? [decided.DocumentId] : [],
        Basis: told.ReviewDueOn is null ? PetitionRegulations.Suggestion.Short : PetitionRegulations.Review.Short);

    private static StepView Completed(PetitionCompleted told) => new("completed", $"{Names.Of(told.Organ)}办结", StepState.Done, told.CompletedAt, Moment.DateIn(told.CompletedAt),
        told.InTime ? "在期限内办结。" : "超过期限办结。", Basis: PetitionRegulations.Completion.Short);

    private static StepView Simple(SimpleProcedureChosen told) => new("simple", "按简易办理", StepState.Done, told.ChosenAt, Moment.DateIn(told.ChosenAt),
        $"{Names.Of(told.Organ)}认为事情清楚，{MonthDay(told.DueOn)}前告诉您受理不受理，受理后10个工作日内答复您。", Basis: SimpleProcedure.Scope.Short);

    private static StepView Ordinary(SimpleProcedureLeft told) => new("ordinary", "转为普通程序", StepState.Done, told.EndedAt, Moment.DateIn(told.EndedAt),
        "期限从原来的日子算，没有重新起算。", Basis: SimpleProcedure.Exclusions.Short);

    private static StepView Contacted(PetitionerContacted told) => new("contacted", $"{Names.Of(told.Organ)}联系了您", StepState.Done, told.ContactedAt, Moment.DateIn(told.ContactedAt),
        told.InTime ? "在24小时内联系，为本区设定。" : "超过24小时才联系，为本区设定。", Basis: PetitionRegulations.Diligence.Short);

    private static StepView HandedOver(PetitionHandedOver told) => new("handed-over", $"{Names.Of(told.Organ)}换了经办人", StepState.Done, told.HandedOverAt, Moment.DateIn(told.HandedOverAt),
        "最先经办的人仍然负责，期限不变。", Basis: PetitionRegulations.Diligence.Short);

    private static StepView HearingCalled(HearingCalled told) => new("hearing-called", $"定在{MonthDay(told.HeldOn)}听证", StepState.Done, told.CalledAt, Moment.DateIn(told.CalledAt),
        "时间、地点、主持人都在通知书里。听证不延长办理的最后一天。", Documents: [told.DocumentId], Basis: PetitionRegulations.Hearing.Short);

    private static StepView HearingHeld(HearingHeld told) => new("hearing-held", "举行了听证", StepState.Done, On: told.HeldOn,
        Text: "笔录和结论放进了案卷，您可以看笔录。", Documents: [told.DocumentId], Basis: PetitionRegulations.Hearing.Short);

    private static StepView HearingCancelled(HearingCancelled told) => new("hearing-cancelled", $"取消{MonthDay(told.HeldOn)}的听证", StepState.Done, told.CancelledAt, Moment.DateIn(told.CancelledAt),
        "最后一天不变。", Basis: PetitionRegulations.Hearing.Short);

    private static StepView Mediating(MediationStarted told) => new("mediating", $"双方同意，开始{Story.Kind(told.Kind)}", StepState.Done, told.StartedAt, Moment.DateIn(told.StartedAt),
        "办理的期限照常计算。", Basis: PetitionRegulations.Mediation.Short);

    private static StepView MediationFailed(MediationFailed told) => new("mediation-failed", $"{Story.Kind(told.Kind)}没有谈成", StepState.Done, told.FailedAt, Moment.DateIn(told.FailedAt),
        $"{Names.Of(told.Organ)}接着办理，最后一天没有变。", Basis: PetitionRegulations.Mediation.Short);

    private static StepView Agreed(MediationAgreed told) => new("agreed", "双方达成协议", StepState.Done, told.AgreedAt, Moment.DateIn(told.AgreedAt),
        $"{Full(told.PerformDueOn)}前履行，{Names.Of(told.Organ)}盯到履行完。", Documents: told.DocumentId is { } agreement ? [agreement] : [], Basis: PetitionRegulations.Mediation.Short);

    private static StepView Enforced(EnforcementDone told) => new("enforced", told.Claim is { } claim ? $"支持的第{claim}项请求已经落实" : "协议已经履行", StepState.Done, On: told.DoneOn,
        Text: told.Left == 0 ? "全部落实。" : $"还有{told.Left}项没有落实，继续盯。", Basis: PetitionRegulations.Enforcement.Short);

    private static StepView EnforcementRefused(EnforcementRefused told) => new("enforcement-refused", "有人拒不执行", StepState.Done, told.RefusedAt, Moment.DateIn(told.RefusedAt),
        $"已经报告{Names.Office}，{Names.Office}要督办。", Basis: PetitionRegulations.Supervision.Short);

    private static StepView Reopened(PetitionReopened told) => new("reopened", "您要求重新办理", StepState.Done, told.ReopenedAt, Moment.DateIn(told.ReopenedAt),
        $"{Names.Of(told.Organ)}重新办理，{Full(told.DueOn)}前给您新的书面意见。", Basis: PetitionRegulations.Rating.Short);

    private static StepView Terminated(PetitionTerminated told) => new("terminated", $"{Names.Of(told.Organ)}终止办理", StepState.Done, told.TerminatedAt, Moment.DateIn(told.TerminatedAt),
        told.Ground == "PetitionerDied" ? "信访人死亡，没有人承继。" : "信访的单位终止，没有单位承继。", Documents: told.DocumentId is { } notice ? [notice] : [], Basis: PetitionRegulations.Completion.Short);

    private static StepView Transferred(AccusationTransferred told) => new("transferred", "移送有管理权限的机关", StepState.Done, told.TransferredAt, Moment.DateIn(told.TransferredAt),
        "材料一直保密，不会给被反映的人和单位。", Basis: PetitionRegulations.Accusation.Short);

    private static StepView Answered(AccusationResultTold told) => new("answered", $"{Names.Of(told.Organ)}反馈了结果", StepState.Done, told.ToldAt, Moment.DateIn(told.ToldAt),
        "结果的内容不在网上显示。", Basis: PetitionRegulations.Accusation.Short);

    private static StepView Supplemented(Situation of, SupplementTold told) => new("supplemented", "收到您的补充材料", StepState.Done, told.At, Moment.DateIn(told.At),
        $"编号{told.Number}，{(of.Petition.Organ is { } organ ? $"{Names.Of(organ)}的经办人" : Names.Office)}能看到。", Basis: PetitionRegulations.Form.Short);

    private static StepView Rated(RatingTold told) => new("rated", "您评价了", StepState.Done, told.At, Moment.DateIn(told.At),
        $"{Names.Office}：{Words.Of(told.Office)}；{Names.Of(told.Organ)}：{Words.Of(told.OrganScore)}。", Basis: PetitionRegulations.Rating.Short);

    /// <summary>How a day stands to the last day.</summary>
    internal static string Standing(DateOnly on, DateOnly dueOn) => (dueOn.DayNumber - on.DayNumber) switch
    {
        > 0 and var early => $"比最晚日期早{early}天",
        0 => "正好在最晚日期",
        var late => $"比最晚日期晚{-late}天",
    };

    // Facts of which only the day is told come after what has an instant on that day.
    private static DateTimeOffset EndOf(DateOnly day) => CaseFactKeeping.StartOf(day).AddDays(1).AddTicks(-1);

    private static string Stopped(string text) => text.Trim() is var line && line.Length > 0 && line[^1] is '。' or '！' or '？' ? text.Trim() : $"{text.Trim()}。";
}

/// <summary>The roads of article 31 in words.</summary>
internal static class Roads
{
    public static string Of(string road) => road switch
    {
        "Litigation" => "这件事要走诉讼、检察或者公安的程序。",
        "Arbitration" => "这件事要由仲裁定。",
        "PartyDiscipline" => "这件事要由党组织、监察机关按规定处理。",
        "AdministrativeReview" => "这件事要走行政复议、裁决、确认、许可或者处罚的程序。",
        "StatutoryDuty" => "这件事要由有职责的机关依法查处或者履行职责。",
        "AlreadyAccepted" => "同一件事已经有单位受理，正在期限内办。",
        _ => "这件事不属于信访能解决的。",
    };
}

/// <summary>The ways of service in words.</summary>
internal static class Ways
{
    public static string Of(string method) => method switch
    {
        "HandedOver" => "当面交给您",
        "Post" => "邮寄送达",
        "Electronic" => "网上送达",
        "Left" => "留置送达",
        "PublicNotice" => "公告送达",
        _ => "已经送达",
    };
}
