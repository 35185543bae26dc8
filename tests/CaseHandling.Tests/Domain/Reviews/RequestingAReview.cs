using CsCheck;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Reviews;
using Xinfang.Law;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.Domain.Reviews.ReviewStory;

namespace Xinfang.CaseHandling.Tests.Domain.Reviews;

[Rule("A-42"), Rule("A-44")]
public class RequestingAReview
{
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 900].Select(days => new DateOnly(2024, 1, 1).AddDays(days));

    [Fact]
    public void Starts_the_bodys_thirty_days_on_the_day_it_received_the_request()
    {
        var opened = Story.Done(Ask());
        Assert.Equal((new(2026, 6, 19), new(2026, 6, 22)), (opened.Fact.Decision.StrictDueOn, opened.Fact.Decision.DueOn)); // 端午 is a day off
        Assert.True(opened.Fact.InTime);
        Assert.Equal((ReviewStatus.Requested, Body, "120104-zjw"), (opened.Review.Status, opened.Review.Body, opened.Review.Respondent));
        Assert.Equal((new DateOnly(2026, 6, 22), Terms.Review.Code), (opened.Review.NextDueOn, opened.Review.NextTerm));
    }

    [Fact]
    [Rule("P-05")]
    public void Served_on_17_September_the_last_day_rolls_to_19_October_and_the_postmark_of_that_day_is_in_time()
    {
        var opinion = Opinion(new(2026, 9, 17));
        Assert.Equal((new(2026, 10, 17), new(2026, 10, 19)), Dates(Review.RightOf(ReviewLevel.Review, opinion.ServedOn, Story.At(2026, 9, 17))));

        var posted = Story.Done(Ask(opinion: opinion, arrival: new(RequestWay.Letter, new(2026, 10, 23), new(2026, 10, 19)), today: new(2026, 10, 23), by: Officer));
        Assert.True(posted.Fact.InTime);
        Assert.Equal(new(2026, 11, 22), posted.Fact.Decision.StrictDueOn); // the body's own term runs from the receipt

        Assert.False(Story.Done(Ask(opinion: opinion, arrival: new(RequestWay.Letter, new(2026, 10, 23), new(2026, 10, 20)), today: new(2026, 10, 23), by: Officer)).Fact.InTime);
        Assert.True(Story.Done(Ask(opinion: opinion, arrival: new(RequestWay.Online, new(2026, 10, 19)), today: new(2026, 10, 19))).Fact.InTime);
    }

    [Fact]
    public void The_rolled_last_day_is_in_time_and_the_day_after_it_is_not() => Day.Sample(servedOn =>
    {
        var due = Review.RightOf(ReviewLevel.Review, servedOn, Story.On(servedOn)).DueOn;
        var late = Application with { LateReason = "住院" };
        return Story.Done(Ask(opinion: Opinion(servedOn), arrival: new(RequestWay.Online, due), today: due)).Fact.InTime
            && !Story.Done(Ask(opinion: Opinion(servedOn), arrival: new(RequestWay.Online, due.AddDays(1)), today: due.AddDays(1), application: late)).Fact.InTime;
    }, iter: 500);

    [Fact]
    [Rule("P-05")]
    public void Travel_time_never_counts_against_the_petitioner() => Gen.Select(Day, Gen.Int[0, 40], Gen.Int[0, 30]).Sample((servedOn, posted, travel) =>
    {
        var postmark = servedOn.AddDays(posted);
        var received = postmark.AddDays(travel);
        var opened = Story.Done(Ask(opinion: Opinion(servedOn), arrival: new(RequestWay.Letter, received, postmark), today: received, by: Officer));
        var due = Review.RightOf(ReviewLevel.Review, servedOn, Story.On(received)).DueOn;
        // In time by the postmark alone; the body's strict day is 30 days after the receipt alone.
        return opened.Fact.InTime == (postmark <= due) && opened.Fact.Decision.StrictDueOn == received.AddDays(30) && opened.Fact.Decision.DueOn >= opened.Fact.Decision.StrictDueOn;
    }, iter: 500);

    [Fact]
    public void A_late_one_needs_a_reason_online_and_is_registered_from_paper_in_any_case()
    {
        var refusal = Story.Refused(Ask(today: new(2026, 6, 1)), "review.late", PetitionRegulations.Review);
        Assert.Contains("2026年5月29日（周五）", refusal.Message, StringComparison.Ordinal);
        Assert.False(Story.Done(Ask(today: new(2026, 6, 1), application: Application with { LateReason = "住院到5月31日。" })).Fact.InTime);
        Assert.False(Story.Done(Ask(arrival: new(RequestWay.Visit, new(2026, 6, 1)), today: new(2026, 6, 1), by: Officer)).Fact.InTime);
    }

    [Fact]
    public void Needs_a_served_opinion_of_a_redress_petition()
    {
        var none = Review.RefusesRequest(ReviewLevel.Recheck, null, RecheckBody, []);
        Assert.Equal(("review.opinion-not-served", PetitionRegulations.Recheck), (none?.Code, none?.Basis));
        Story.Refused(Ask(opinion: Opinion(category: Category.Suggestion)), "review.redress-only", PetitionRegulations.Review);
        Assert.Equal("review.no-body", Review.RefusesRequest(ReviewLevel.Review, Opinion(), null, [])?.Code);
    }

    [Fact]
    public void Nobody_reviews_its_own_opinion()
    {
        Story.Refused(Ask(body: "120104-zjw"), "review.reviewer-is-handler", PetitionRegulations.Review);
        Story.Refused(Ask(ReviewLevel.Recheck, body: Body), "review.reviewer-is-handler", PetitionRegulations.Review);
    }

    [Fact]
    public void Another_bodys_officer_cannot_register_it() =>
        Assert.Equal(RefusalKind.NotFound, Story.Refused(Ask(by: RecheckOfficer), "review.not-this-body", PetitionRegulations.Review).Kind);

    [Fact]
    public void One_opinion_is_reviewed_once_unless_the_request_was_not_accepted()
    {
        var opinion = Opinion();
        var first = Story.Done(Ask(opinion: opinion)).Review;
        Story.Refused(Ask(opinion: opinion, earlier: first), "review.already-requested", PetitionRegulations.Review);
        Story.Done(first.Reject(Officer, new(RejectionGround.NotEntitled, null, "补交委托书再申请。", "没有委托书。"), Story.On(RequestedOn)));
        Story.Done(Ask(opinion: opinion, earlier: first));
    }

    [Fact]
    [Rule("A-46")]
    public void After_the_recheck_nobody_accepts_again()
    {
        Story.Refused(Ask(earlier: Served(ReviewLevel.Recheck)), "review.final", PetitionRegulations.FinalBar);
        Story.Refused(Ask(ReviewLevel.Recheck, earlier: Served(ReviewLevel.Recheck)), "review.final", PetitionRegulations.FinalBar);
        // A revoked opinion leads to a new one, which has rights of its own.
        var revoked = Served(ReviewLevel.Recheck, Revoke());
        Assert.False(revoked.IsFinal());
        Story.Done(Ask(opinion: Opinion(new(2026, 9, 1)), arrival: new(RequestWay.Online, new(2026, 9, 10)), today: new(2026, 9, 10), earlier: revoked));
    }

    [Fact]
    public void Says_what_is_asked_and_why()
    {
        Story.Refused(Ask(application: new(" ", Application.Reasons)), "review.without-claims", PetitionRegulations.Review);
        Story.Refused(Ask(application: new("请撤销", "不对")), "review.without-reasons", PetitionRegulations.Review);
    }

    [Fact]
    public void Days_that_cannot_be_are_refused()
    {
        Story.Refused(Ask(arrival: new(RequestWay.Visit, new(2026, 5, 21)), by: Officer), "review.received-date", PetitionRegulations.Review);
        Story.Refused(Ask(arrival: new(RequestWay.Visit, new(2026, 4, 28)), by: Officer), "review.received-date", PetitionRegulations.Review);
        Story.Refused(Ask(arrival: new(RequestWay.Letter, new(2026, 5, 19), new(2026, 5, 20)), by: Officer), "review.postmark-date", CivilProcedure.Periods);
        Story.Refused(Ask(arrival: new(RequestWay.Visit, new(2026, 5, 19), new(2026, 5, 18)), by: Officer), "review.postmark-without-letter", CivilProcedure.Periods);
    }

    private static (DateOnly, DateOnly) Dates(DueDate due) => (due.StrictDueOn, due.DueOn);
}
