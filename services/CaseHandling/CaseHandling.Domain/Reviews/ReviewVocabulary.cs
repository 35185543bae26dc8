namespace Xinfang.CaseHandling.Domain.Reviews;

/// <summary>One request for a review or a recheck, with the opinion it leads to.</summary>
public readonly record struct ReviewId(Guid Value);

/// <summary>复查 (art. 35) or 复核 (art. 36).</summary>
public enum ReviewLevel { Review, Recheck }

/// <summary>Where a request stands with the reviewing body. Overdue is derived from dates.</summary>
public enum ReviewStatus { Requested, Rejected, Accepted, Decided, Served }

/// <summary>Everything that can be done to a request, by a person or by the watch over dates.</summary>
public enum ReviewAct { Request, Claim, Recuse, Accept, Reject, Hear, Propose, Decide, Serve, TellDueSoon, TellOverdue, CorrectDates }

/// <summary>维持, 变更, 撤销并责令重作.</summary>
public enum ReviewOutcome { Uphold, Change, RevokeAndRedo }

/// <summary>Why a request is not accepted: out of time, another body's, another matter, another procedure's, or not the petitioner's.</summary>
public enum RejectionGround { Late, WrongBody, OtherMatter, OtherRoad, NotEntitled }

/// <summary>How the request came: through the citizen's page, or on paper at the reviewing body.</summary>
public enum RequestWay { Online, Letter, Visit, Fax }

/// <summary>The Chinese words for the vocabulary, as people read them.</summary>
public static class ReviewWords
{
    public static string Of(ReviewLevel level) => level is ReviewLevel.Review ? "复查" : "复核";

    public static string Of(ReviewStatus status, ReviewLevel level) => status switch
    {
        ReviewStatus.Requested => "待受理",
        ReviewStatus.Rejected => "不予受理",
        ReviewStatus.Accepted => $"{Of(level)}中",
        ReviewStatus.Decided => $"已作出{Of(level)}意见",
        ReviewStatus.Served => "已送达",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Of(ReviewOutcome outcome) => outcome switch
    {
        ReviewOutcome.Uphold => "维持",
        ReviewOutcome.Change => "变更",
        ReviewOutcome.RevokeAndRedo => "撤销并责令重作",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    public static string Of(RejectionGround ground) => ground switch
    {
        RejectionGround.Late => "超过30日才申请，没有正当理由",
        RejectionGround.WrongBody => "应当由别的机关复查、复核",
        RejectionGround.OtherMatter => "不是原来的信访事项",
        RejectionGround.OtherRoad => "应当通过其他法定途径解决",
        RejectionGround.NotEntitled => "申请人不是信访人，也没有受委托",
        _ => throw new ArgumentOutOfRangeException(nameof(ground)),
    };

    public static string Of(RequestWay way) => way switch
    {
        RequestWay.Online => "网上",
        RequestWay.Letter => "来信",
        RequestWay.Visit => "来访",
        RequestWay.Fax => "传真",
        _ => throw new ArgumentOutOfRangeException(nameof(way)),
    };

    /// <summary>只有……能办.</summary>
    public static string Of(Roles who) => who switch
    {
        Roles.Officer => "复查、复核机关经办人",
        Roles.Head => "复查、复核机关负责人",
        Roles.Officer | Roles.Head => "复查、复核机关经办人或者负责人",
        Roles.Petitioner | Roles.Officer => "信访人或者复查、复核机关经办人",
        Roles.System => "系统",
        _ => throw new ArgumentOutOfRangeException(nameof(who)),
    };
}
