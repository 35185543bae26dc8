using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain.Reviews;

/// <summary>The request was received. Late when <paramref name="InTime"/> is false: the reviewing body decides.</summary>
public sealed record RequestReceived(ReviewLevel Level, string Body, RequestWay Way, DateOnly RequestedOn, DateOnly ReceivedOn, DateOnly? PostmarkedOn, bool InTime, DueDates Decision) : Fact
{
    public override string Sentence => $"{(PostmarkedOn is { } posted ? $"{ChineseDates.MonthDay(posted)}交邮，" : "")}{ChineseDates.MonthDay(ReceivedOn)}收到{ReviewWords.Of(Level)}申请"
        + $"{(InTime ? "" : "（超过申请期限）")}，最晚{ChineseDates.WithYear(Decision.DueOn)}作出{ReviewWords.Of(Level)}意见";
}

public sealed record ReviewClaimed(ReviewLevel Level, string By) : Fact
{
    public override string Sentence => $"认领{ReviewWords.Of(Level)}申请，声明没有参与过原来的办理，与本件无利害关系";
}

public sealed record ReviewRecused(string Officer, bool ClaimReleased) : Fact
{
    public override string Sentence => "回避";
}

public sealed record RequestAccepted(ReviewLevel Level, DateOnly On, bool InTime, DueDates Decision) : Fact
{
    public override string Sentence => $"受理{ReviewWords.Of(Level)}申请{(InTime ? "" : "（超期申请，有正当理由）")}";
}

public sealed record RequestRejected(ReviewLevel Level, DateOnly On, RejectionGround Ground, DateOnly? Until) : Fact
{
    public override string Sentence => $"不予受理{ReviewWords.Of(Level)}申请：{ReviewWords.Of(Ground)}";
}

/// <summary>A hearing was held; its days are excluded from the term of a recheck, never from that of a review.</summary>
public sealed record ReviewHeard(ReviewLevel Level, DateOnly From, DateOnly To, int ExcludedDays, DueDates Decision) : Fact
{
    public override string Sentence => $"{ChineseDates.MonthDay(From)}至{ChineseDates.MonthDay(To)}听证"
        + (Level is ReviewLevel.Recheck ? $"，不计入期限，最晚{ChineseDates.WithYear(Decision.DueOn)}作出复核意见" : "，复查期限照常计算");
}

public sealed record OpinionProposed(ReviewLevel Level, ReviewOutcome Outcome) : Fact
{
    public override string Sentence => $"起草{ReviewWords.Of(Level)}意见，送负责人签发";
}

public sealed record ReviewDecision(ReviewLevel Level, DateOnly On, bool InTime, ReviewOutcome Outcome, int? RedoWithinDays) : Fact
{
    public override string Sentence => $"作出{ReviewWords.Of(Level)}意见{(InTime ? "" : "（超期）")}：{ReviewWords.Of(Outcome)}{(RedoWithinDays is { } days ? $"，{days}日内重新作出处理意见" : "")}";
}

/// <param name="NextBody">Who can be asked for a recheck, and until when; null after a recheck.</param>
/// <param name="Final">终结: after this opinion nobody accepts the same facts and reasons again (art. 36 para. 3).</param>
public sealed record ReviewOpinionDelivered(ReviewLevel Level, DateOnly ServedOn, ServiceMethod Method, string? NextBody, DueDates? RecheckRequest, bool Final) : Fact
{
    public override string Sentence => $"{ReviewWords.Of(Level)}意见书{ChineseDates.MonthDay(ServedOn)}{Words.Of(Method)}"
        + (RecheckRequest is { } next ? $"，{ChineseDates.WithYear(next.DueOn)}前可以申请复核" : "") + (Final ? "，信访终结" : "");
}

/// <summary>临期 or 超期 of the reviewing body's term, to be told once.</summary>
public sealed record ReviewTermTold(string Term, bool Overdue, DateOnly StrictDueOn, DateOnly DueOn) : Fact
{
    public override string Sentence => $"{Terms.Default.All.First(term => term.Code == Term).Name}{(Overdue ? "已过严格届满日" : "临期")}";
}
