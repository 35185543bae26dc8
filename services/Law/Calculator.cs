namespace Xinfang.Law;

/// <summary>A term that anybody may compute: what starts it, in the words of the person it concerns.</summary>
/// <param name="Term">The version in use today.</param>
/// <param name="FromEvent">What happened on the first day, for the derivation.</param>
/// <param name="Question">The question of the form: 单位哪天受理的.</param>
public sealed record Computable(Term Term, string FromEvent, string Question);

/// <summary>期限计算: the same arithmetic that the system runs on, for everybody, without a petition.</summary>
public static class Calculator
{
    private const int YearsAhead = 3;

    /// <summary>In the order in which a petition meets them.</summary>
    public static IReadOnlyList<Computable> All { get; } =
    [
        new(Terms.Forwarding, "收到", "信访办哪天收到信访事项"),
        new(Terms.Notice, "收到", "办理单位哪天收到转来的信访事项"),
        new(Terms.Contest, "收到", "办理单位哪天收到转来的信访事项"),
        new(Terms.Completion, "受理", "受理告知书是哪天的"),
        new(Terms.SuggestionReply, "收到", "办理单位哪天收到建议"),
        new(Terms.ServiceOfOpinion, "作出意见", "处理意见书是哪天作出的"),
        new(Terms.RatingWindow, "送达", "您哪天收到处理意见书"),
        new(Terms.ReviewRequest, "送达", "您哪天收到处理意见书"),
        new(Terms.Review, "收到申请", "复查机关哪天收到申请"),
        new(Terms.RecheckRequest, "送达", "您哪天收到复查意见书"),
        new(Terms.Recheck, "收到申请", "复核机关哪天收到申请"),
        new(Terms.ProposalFeedback, "收到建议书", "单位哪天收到建议书"),
        new(Terms.SimpleForward, "收到", "信访办哪天收到信访事项"),
        new(Terms.SimpleAccept, "收到", "办理单位哪天收到信访事项"),
        new(Terms.SimpleComplete, "受理", "哪天受理的"),
        new(Terms.MessageReply, "收到留言", "哪天留的言"),
        new(Terms.CallBack, "评价", "哪天评的不满意"),
    ];

    /// <summary>Computes one of them.</summary>
    /// <param name="now">Calendar, periods and today.</param>
    /// <param name="code">Code of the term.</param>
    /// <param name="from">The day of the event.</param>
    /// <param name="extensionDays">Days by which the head has extended (art. 34).</param>
    /// <param name="hearingDays">Days of a hearing in a recheck (art. 36 para. 2).</param>
    public static Result<DueDate> Compute(Moment now, string code, DateOnly from, int extensionDays = 0, int hearingDays = 0)
    {
        if (All.FirstOrDefault(each => each.Term.Code == code) is not { } chosen) return UnknownTerm;
        if (from < PetitionRegulations.InForceFrom || from > now.Date.AddYears(YearsAhead)) return Day(now.Date.AddYears(YearsAhead));
        var most = now.Terms.InForce(Terms.Extension.Code, from).Days;
        if (extensionDays != 0 && code != Terms.Completion.Code) return ExtensionOfCompletionOnly;
        if (extensionDays < 0 || extensionDays > most) return Extension(most);
        if (hearingDays != 0 && code != Terms.Recheck.Code) return HearingInRecheckOnly;
        if (hearingDays is < 0 or > 365) return Hearing;
        return now.Due(from, code, chosen.FromEvent, extensionDays, hearingDays);
    }

    private static Refusal UnknownTerm { get; } = new("calculator.term", "没有这种期限，请从列出的期限里选一种。", null, RefusalKind.NotFound);
    private static Refusal ExtensionOfCompletionOnly { get; } = new("calculator.extension-of-completion-only", "只有作出处理意见的期限可以延长。", PetitionRegulations.Extension);
    private static Refusal HearingInRecheckOnly { get; } = new("calculator.hearing-in-recheck-only", "只有复核的听证时间不计入期限。", PetitionRegulations.RecheckHearing);
    private static Refusal Hearing { get; } = new("calculator.hearing", "听证的天数应当在0到365之间。", PetitionRegulations.RecheckHearing);

    private static Refusal Day(DateOnly latest) =>
        new("calculator.day", $"日期应当在《信访工作条例》施行（{ChineseDates.WithYear(PetitionRegulations.InForceFrom)}）以后，{ChineseDates.WithYear(latest)}以前。", PetitionRegulations.Registration);

    private static Refusal Extension(int most) => new("calculator.extension", $"延长合计不超过{most}日。", PetitionRegulations.Extension);
}
