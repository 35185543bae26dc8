using CsCheck;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Reviews;
using Xinfang.Law;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.Domain.Reviews.ReviewStory;

namespace Xinfang.CaseHandling.Tests.Domain.Reviews;

[Rule("A-43"), Rule("A-45")]
public class DecidingAReview
{
    [Fact]
    public void A_hearing_of_four_days_gives_a_recheck_thirty_four()
    {
        var review = Accepted(ReviewLevel.Recheck);
        Assert.Equal(new(2026, 8, 5), review.TermOf("recheck")!.StrictDueOn);
        var heard = Story.Done(review.Hear(RecheckOfficer, Hearing(new(2026, 7, 20)), Story.At(2026, 7, 24)));
        Assert.Equal((4, new(2026, 8, 9), new(2026, 8, 10)), (heard.ExcludedDays, heard.Decision.StrictDueOn, heard.Decision.DueOn));
    }

    [Fact]
    public void A_hearing_in_a_review_moves_nothing()
    {
        var review = Accepted();
        var before = review.TermOf("review")!.StrictDueOn;
        var heard = Story.Done(review.Hear(Officer, Hearing(new(2026, 6, 1)), Story.At(2026, 6, 5)));
        Assert.Equal((0, before), (heard.ExcludedDays, heard.Decision.StrictDueOn));
    }

    [Fact]
    public void Days_of_hearings_add_up_and_never_twice() => Gen.Int[1, 6].List[1, 3].Sample(lengths =>
    {
        var review = Accepted(ReviewLevel.Recheck);
        var (from, total) = (review.ReceivedOn.AddDays(8), 0);
        foreach (var days in lengths)
        {
            total += days;
            var heard = Story.Done(review.Hear(RecheckOfficer, Hearing(from, days), Story.On(from.AddDays(days))));
            if (heard.ExcludedDays != total || heard.Decision.StrictDueOn != review.ReceivedOn.AddDays(30 + total)) return false;
            Story.Refused(review.Hear(RecheckOfficer, Hearing(from, 1), Story.On(from.AddDays(days))), "review.hearing-overlaps", PetitionRegulations.RecheckHearing);
            from = from.AddDays(days);
        }
        return true;
    }, iter: 100);

    [Fact]
    public void A_hearing_needs_seven_days_notice_a_chair_who_does_not_investigate_and_days_that_were()
    {
        var review = Accepted(ReviewLevel.Recheck);
        var now = Story.At(2026, 7, 24);
        var hearing = Hearing(new(2026, 7, 20));
        Story.Refused(review.Hear(RecheckOfficer, hearing with { NoticedOn = new(2026, 7, 14) }, now), "review.hearing-notice", PetitionRegulations.RecheckHearing);
        Story.Refused(review.Hear(RecheckOfficer, hearing with { Chair = "120000.officer" }, now), "review.hearing-chair", PetitionRegulations.Recusal);
        Story.Refused(review.Hear(RecheckOfficer, hearing with { Summary = "" }, now), "review.hearing-incomplete", PetitionRegulations.RecheckHearing);
        Story.Refused(review.Hear(RecheckOfficer, hearing with { To = new(2026, 7, 25) }, now), "review.hearing-dates", PetitionRegulations.RecheckHearing);
        Story.Refused(review.Hear(RecheckOfficer, Hearing(new(2026, 8, 20)), Story.At(2026, 8, 25)), "review.hearing-after-term", PetitionRegulations.RecheckHearing);
    }

    [Fact]
    public void A_late_request_is_accepted_only_with_a_ground_and_rejected_as_late_only_when_it_is()
    {
        var late = Story.Done(Ask(arrival: new(RequestWay.Visit, new(2026, 6, 1)), today: new(2026, 6, 1), by: Officer)).Review;
        Story.Refused(late.Accept(Officer, " ", Story.At(2026, 6, 2)), "review.late-without-ground", PetitionRegulations.Review);
        Story.Done(late.Accept(Officer, "住院，有出院证明。", Story.At(2026, 6, 2)));

        Story.Refused(Requested().Reject(Officer, new(RejectionGround.Late, null, "可以找街道调解。", "超期。"), Story.At(2026, 5, 21)), "review.not-late", PetitionRegulations.Review);
    }

    [Fact]
    public void A_rejection_says_what_can_be_done_instead_and_where()
    {
        var now = Story.At(2026, 5, 21);
        Story.Refused(Requested().Reject(Officer, new(RejectionGround.OtherMatter, null, "", "是另一件事。"), now), "review.rejected-without-road", PetitionRegulations.Roads);
        Story.Refused(Requested().Reject(Officer, new(RejectionGround.OtherRoad, null, "去申请仲裁。", "属于劳动争议。"), now), "review.rejected-without-body", PetitionRegulations.Roads);
        Story.Refused(Requested().Reject(Officer, new(RejectionGround.WrongBody, null, "去找它。", "是垂直管理的。"), now), "review.rejected-without-body", PetitionRegulations.Roads);
        Story.Refused(Requested().Reject(Officer, new(RejectionGround.OtherMatter, null, "另提一件。", "是另一件事。", new(2026, 5, 20)), now), "review.rejected-until-past", PetitionRegulations.Roads);
        var rejected = Rejected();
        Assert.Equal(DateOnly.MaxValue, rejected.NextDueOn);
    }

    [Fact]
    [Rule("A-32")]
    public void Whoever_took_part_before_stands_aside()
    {
        var refusal = Story.Refused(Requested().Claim(new(new("120104-zjw.officer"), Body, Roles.Officer)), "review.officer-recused", PetitionRegulations.Recusal);
        Assert.Equal(RefusalKind.NotFound, refusal.Kind);
        var review = Requested();
        Story.Done(review.Claim(Officer));
        Assert.True(Story.Done(review.Recuse(Head, Officer.Id, "与被申请单位经办人是亲属。")).ClaimReleased);
        Story.Refused(review.Claim(Officer), "review.officer-recused", PetitionRegulations.Recusal);
    }

    [Fact]
    public void The_head_signs_what_another_has_drafted()
    {
        Story.Refused(Accepted().Decide(Head, Story.At(2026, 6, 1)), "review.not-proposed", PetitionRegulations.Opinion);
        var review = Proposed();
        var both = new Actor(Officer.Id, Body, Roles.Officer | Roles.Head);
        Story.Refused(review.Decide(both, Story.At(2026, 6, 1)), "review.signed-by-drafter", PetitionRegulations.Diligence);
        Assert.True(Story.Done(review.Decide(Head, Story.At(2026, 6, 22))).InTime);
        Assert.False(Story.Done(Proposed().Decide(Head, Story.At(2026, 6, 23))).InTime);
    }

    [Fact]
    public void An_opinion_is_whole()
    {
        var review = Accepted();
        Refuse(Uphold() with { Facts = " " }, "review.opinion-without-facts");
        Refuse(Uphold() with { Reason = "" }, "review.opinion-without-reason");
        Refuse(Uphold() with { Basis = "" }, "review.opinion-without-basis");
        Refuse(Change() with { Claims = [Change().Claims[0]] }, "review.claims-incomplete");
        Refuse(Change(Outcome.NotSupported), "review.changes-nothing");
        Refuse(Uphold() with { Claims = Change().Claims }, "review.claims-without-change");
        Story.Refused(review.Propose(Officer, Revoke(0), Attacked), "review.redo-without-term", PetitionRegulations.Completion);
        Story.Refused(review.Propose(Officer, Revoke(61), Attacked), "review.redo-without-term", PetitionRegulations.Completion);
        Story.Refused(review.Propose(Officer, Uphold() with { RedoWithinDays = 30 }, Attacked), "review.term-without-redo", PetitionRegulations.Completion);

        void Refuse(ReviewOpinion opinion, string code) => Story.Refused(review.Propose(Officer, opinion, Attacked), code, PetitionRegulations.Opinion);
    }

    [Fact]
    [Rule("A-44")]
    public void The_service_of_a_review_starts_the_thirty_days_for_a_recheck_and_that_of_a_recheck_ends_the_matter()
    {
        var review = Decided();
        var served = Story.Done(review.Serve(Officer, Story.Receipt(new(2026, 6, 12)), RecheckBody, Story.At(2026, 6, 12)));
        Assert.Equal((RecheckBody, new(2026, 7, 12), new(2026, 7, 13), false), (served.NextBody, served.RecheckRequest!.StrictDueOn, served.RecheckRequest.DueOn, served.Final));

        var last = Served(ReviewLevel.Recheck);
        Assert.True(last.IsFinal());
        Assert.Null(last.TermOf(Terms.RecheckRequest.Code));
    }

    [Fact]
    public void Its_service_is_proved_as_any_other()
    {
        var now = Story.At(2026, 6, 12);
        Story.Refused(Decided().Serve(Officer, Story.Receipt(new(2026, 6, 12)) with { Receiver = "" }, RecheckBody, now), "review.service-without-receiver", CivilProcedure.ServiceReceipt);
        Story.Refused(Decided().Serve(Officer, Story.Receipt(new(2026, 6, 13)), RecheckBody, now), "review.service-date", CivilProcedure.ServiceReceipt);
        Assert.True(Decided().Serve(Officer, Story.Receipt(new(2026, 6, 12), ServiceMethod.Electronic), RecheckBody, now).Refused(out var refusal, out _));
        Assert.Equal("review.service-electronic-without-consent", refusal!.Code);
    }

    [Fact]
    public void Its_dates_are_told_once()
    {
        var review = Accepted();
        Assert.Empty(review.TellTerms(Story.At(2026, 6, 1)));
        Assert.False(Assert.Single(review.TellTerms(Story.At(2026, 6, 16))).Overdue);
        Assert.Empty(review.TellTerms(Story.At(2026, 6, 17)));
        Assert.True(Assert.Single(review.TellTerms(Story.At(2026, 6, 20))).Overdue);
        Assert.Empty(review.TellTerms(Story.At(2026, 6, 25)));
        Assert.Null(Rejected().WatchOn);
    }
}
