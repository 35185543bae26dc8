using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Reviews;
using Xinfang.Law;

namespace Xinfang.CaseHandling.Tests.Domain.Reviews;

/// <summary>The opinion of 27 April 2026, served on the 29th, goes to the district government on 20 May and, upheld, to the municipal one.</summary>
internal static class ReviewStory
{
    public const string Body = "120104", RecheckBody = "120000";

    public static readonly Actor Officer = new(new("120104.officer"), Body, Roles.Officer);
    public static readonly Actor Head = new(new("120104.head"), Body, Roles.Head);
    public static readonly Actor RecheckOfficer = new(new("120000.officer"), RecheckBody, Roles.Officer);
    public static readonly Actor RecheckHead = new(new("120000.head"), RecheckBody, Roles.Head);

    public static readonly DateOnly OpinionServedOn = new(2026, 4, 29), RequestedOn = new(2026, 5, 20), RecheckRequestedOn = new(2026, 7, 6);

    public static readonly IReadOnlyList<Claim> Attacked =
        [new(1, Outcome.NotSupported, "没有依据。", "《物业管理条例》"), new(2, Outcome.Explained, "可以另行协商。", "《民法典》")];

    public static readonly ReviewApplication Application = new("请撤销处理意见", "管道是产权单位的，处理意见认定错了事实。");

    public static AttackedOpinion Opinion(DateOnly? servedOn = null, ReviewLevel level = ReviewLevel.Review, Category category = Category.Redress, Guid? document = null) => new(
        new(Guid.CreateVersion7()), "120104-20260302-0001", category, "120104-zjw", level is ReviewLevel.Review ? "120104-zjw" : Body,
        document ?? Guid.CreateVersion7(), "津南开住建信理〔2026〕1号", servedOn ?? (level is ReviewLevel.Review ? OpinionServedOn : new(2026, 6, 12)), 2, ElectronicService: false);

    public static Result<RequestOpened> Ask(
        ReviewLevel level = ReviewLevel.Review, AttackedOpinion? opinion = null, RequestArrival? arrival = null, DateOnly? today = null, Actor? by = null,
        ReviewApplication? application = null, string? body = null, params Review[] earlier)
    {
        var on = today ?? (level is ReviewLevel.Review ? RequestedOn : RecheckRequestedOn);
        return Review.Request(new(Guid.CreateVersion7()), level, opinion ?? Opinion(level: level), body ?? (level is ReviewLevel.Review ? Body : RecheckBody), earlier,
            ["120104-zjw.officer"], by ?? Actor.Petitioner, arrival ?? new(RequestWay.Online, on), application ?? Application, Story.On(on));
    }

    public static Review Requested(ReviewLevel level = ReviewLevel.Review) => Story.Done(Ask(level)).Review;

    public static Review Accepted(ReviewLevel level = ReviewLevel.Review)
    {
        var review = Requested(level);
        Story.Done(review.Accept(OfficerOf(level), null, Story.On(review.ReceivedOn.AddDays(1))));
        return review;
    }

    public static Review Rejected(ReviewLevel level = ReviewLevel.Review)
    {
        var review = Requested(level);
        Story.Done(review.Reject(OfficerOf(level), new(RejectionGround.OtherMatter, null, "就新的事项另提一件信访。", "申请的是另一处房屋。"), Story.On(review.ReceivedOn.AddDays(1))));
        return review;
    }

    public static Review Proposed(ReviewLevel level = ReviewLevel.Review, ReviewOpinion? opinion = null)
    {
        var review = Accepted(level);
        Story.Done(review.Propose(OfficerOf(level), opinion ?? Uphold(), Attacked));
        return review;
    }

    public static Review Decided(ReviewLevel level = ReviewLevel.Review, ReviewOpinion? opinion = null)
    {
        var review = Proposed(level, opinion);
        Story.Done(review.Decide(HeadOf(level), Story.On(review.ReceivedOn.AddDays(20))));
        review.Issue(Guid.CreateVersion7(), "津南开政信查〔2026〕1号");
        return review;
    }

    public static Review Served(ReviewLevel level = ReviewLevel.Review, ReviewOpinion? opinion = null)
    {
        var review = Decided(level, opinion);
        var on = review.DecidedOn.GetValueOrDefault().AddDays(2);
        Story.Done(review.Serve(OfficerOf(level), Story.Receipt(on), level is ReviewLevel.Review ? RecheckBody : null, Story.On(on)));
        return review;
    }

    public static Review In(ReviewStatus status, ReviewLevel level) => status switch
    {
        ReviewStatus.Requested => Requested(level),
        ReviewStatus.Rejected => Rejected(level),
        ReviewStatus.Accepted => Accepted(level),
        ReviewStatus.Decided => Decided(level),
        ReviewStatus.Served => Served(level),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static Actor OfficerOf(ReviewLevel level) => level is ReviewLevel.Review ? Officer : RecheckOfficer;

    public static Actor HeadOf(ReviewLevel level) => level is ReviewLevel.Review ? Head : RecheckHead;

    public static ReviewOpinion Uphold() => new(ReviewOutcome.Uphold, "处理意见认定的事实清楚。", "适用依据正确。", "《物业管理条例》第五十五条", [], null, null, "");

    public static ReviewOpinion Change(Outcome first = Outcome.Supported) => Uphold() with
    {
        Outcome = ReviewOutcome.Change,
        Claims = [new(1, first, "应当由产权单位维修。", "《物业管理条例》第五十五条"), new(2, Outcome.Explained, "可以另行协商。", "《民法典》")],
    };

    public static ReviewOpinion Revoke(int days = 30) => Uphold() with { Outcome = ReviewOutcome.RevokeAndRedo, RedoWithinDays = days, Demand = "重新检测管道，查清产权。" };

    public static ReviewHearing Hearing(DateOnly from, int days = 4) => new(from.AddDays(-7), from, from.AddDays(days - 1), "区政府第二会议室", "120104.checker", "双方和两名代表", "双方陈述并质证。");
}
