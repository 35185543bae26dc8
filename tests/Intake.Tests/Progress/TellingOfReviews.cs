using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Intake.Api;
using Xinfang.Intake.Api.Progress;
using Xinfang.Intake.Domain;
using Xinfang.Intake.Tests.Domain;
using Xinfang.Law;
using Xinfang.Testing;

namespace Xinfang.Intake.Tests.Progress;

/// <summary>The story goes on: review asked for on 20 May, upheld and served on 12 June, recheck asked for on 6 July, final on 28 July.</summary>
[Rule("A-42"), Rule("A-44")]
public class TellingOfReviews
{
    private const string Organ = "120104-zjw";
    private static readonly Guid Review = Guid.CreateVersion7(), Recheck = Guid.CreateVersion7(), Opinion = Guid.CreateVersion7(), ReviewPaper = Guid.CreateVersion7(), RecheckPaper = Guid.CreateVersion7();

    [Fact]
    public void While_it_is_reviewed()
    {
        var view = Tell(Given.On(2026, 5, 25), Asked, Accepted(Review, "Review"));
        Assert.Equal((Stage.Reviewing, "区政府收到了您的复查申请，最晚2026年6月22日（周一）作出复查意见。"), (view.Stage, view.Sentence));
        var now = Assert.Single(view.Steps, step => step.State is StepState.Now);
        Assert.Equal(("现在：区政府复查", new DateOnly(2026, 6, 22), "《条例》第三十五条"), (now.Title, now.DueOn, now.Basis));
        var act = view.Acts.Single(each => each.Act == "RequestReview");
        Assert.Equal((false, "5月20日已经申请，区政府正在复查"), (act.Open, act.Reason));
        Assert.Contains(view.Documents, document => document.Kind == "ReviewAcceptance");
        Assert.Equal(new DateOnly(2026, 5, 20), view.Terms.Single(term => term.Code == "review-request").DoneOn);
    }

    [Fact]
    public void Before_that_the_act_leads_to_the_form()
    {
        var act = Tell(Given.On(2026, 5, 7)).Acts.Single(each => each.Act == "RequestReview");
        Assert.Equal((true, "/progress/review"), (act.Open, act.Href));
        Assert.Contains("邮戳在期限内就算按时", act.Consequence, StringComparison.Ordinal);
    }

    [Fact]
    public void Upheld_it_says_until_when_a_recheck_can_be_asked_for()
    {
        var view = Tell(Given.On(2026, 6, 15), [Asked, Accepted(Review, "Review"), .. Upheld]);
        Assert.Equal((Stage.Reviewed, "复查意见已经送到，结果是维持。2026年6月12日（周五）送到。", "同意，不用做什么；不同意，2026年7月13日（周一）前可以申请复核。"), (view.Stage, view.Sentence, view.Todo));
        Assert.Equal(new DateOnly(2026, 7, 13), view.Terms.Single(term => term.Code == "recheck-request").DueOn);
        Assert.True(view.Acts.Single(each => each.Act == "RequestRecheck").Open);
        Assert.Contains(view.Documents, document => document.Id == ReviewPaper);
        Assert.DoesNotContain(Tell(Given.On(2026, 6, 11), Asked, Upheld[0]).Documents, document => document.Id == ReviewPaper); // unserved
    }

    [Fact]
    [Rule("A-45"), Rule("A-46")]
    public void A_hearing_moves_the_rechecks_last_day_and_its_service_is_the_end()
    {
        object[] until = [Asked, .. Upheld, RecheckAsked];
        Assert.Equal("市政府收到了您的复核申请，最晚2026年8月5日（周三）作出复核意见。", Tell(Given.On(2026, 7, 10), until).Sentence);
        Assert.Equal("市政府收到了您的复核申请，最晚2026年8月10日（周一）作出复核意见。", Tell(Given.On(2026, 7, 25), [.. until, Hearing]).Sentence);

        var end = Tell(Given.On(2026, 8, 3), [.. until, Hearing, .. Ended]);
        Assert.Equal((Stage.Ended, "复核意见已经送到，结果是维持，信访到此终结。2026年7月28日（周二）送到。"), (end.Stage, end.Sentence));
        Assert.Contains("有新的事实和理由，可以另提一件", end.Todo, StringComparison.Ordinal);
        Assert.Equal((false, "《信访工作条例》第三十六条第三款"), (end.Acts.Single(each => each.Act == "RequestRecheck").Open, end.Acts.Single(each => each.Act == "RequestRecheck").Basis));
        Assert.DoesNotContain(end.Steps, step => step.State is StepState.Now);
    }

    [Fact]
    public void A_request_that_was_not_accepted_leaves_the_opinion_standing()
    {
        var view = Tell(Given.On(2026, 5, 25), Asked, Accepted(Review, "Review") with { Accepted = false, Ground = "NotEntitled" });
        Assert.Equal(Stage.Served, view.Stage);
        Assert.Contains("没有受委托", view.Steps.Single(step => step.Key == "review-rejected").Text, StringComparison.Ordinal);
        Assert.True(view.Acts.Single(each => each.Act == "RequestReview").Open);
    }

    [Fact]
    public void A_revoked_opinion_is_handled_again_with_its_own_last_day()
    {
        var view = Tell(Given.On(2026, 6, 10), Asked, Revoked);
        Assert.Equal((Stage.Accepted, "区住建委正在办理，最晚2026年7月8日（周三）给您书面处理意见。"), (view.Stage, view.Sentence));

        var again = Tell(Given.On(2026, 6, 20), Asked, Revoked, NewOpinion, NewService);
        Assert.Equal((Stage.Served, new DateOnly(2026, 7, 20)), (again.Stage, again.Terms.Single(term => term.Code == "review-request").DueOn));
        Assert.True(again.Acts.Single(each => each.Act == "RequestReview").Open);
    }

    [Fact]
    public void Overdue_is_said()
    {
        Assert.Equal("区政府应当在2026年6月22日（周一）前作出复查意见，已经超3天。", Tell(Given.On(2026, 6, 25), Asked).Sentence);
    }

    [Fact]
    public void The_order_of_the_facts_does_not_matter()
    {
        object[] told = [Asked, Accepted(Review, "Review"), .. Upheld, RecheckAsked, Hearing, .. Ended];
        var expected = Tell(Given.On(2026, 8, 3), told);
        Array.Reverse(told);
        Assert.Equal(expected.Steps.Select(step => step.Title), Tell(Given.On(2026, 8, 3), told).Steps.Select(step => step.Title));
    }

    [Fact]
    public void Every_step_that_is_done_answers_when_what_and_under_which_article() =>
        Assert.All(Tell(Given.On(2026, 8, 3), [Asked, Accepted(Review, "Review"), .. Upheld, RecheckAsked, Hearing, .. Ended]).Steps.Where(step => step.State is StepState.Done && step.Key.StartsWith("re", StringComparison.Ordinal) && step.Key.Contains('-', StringComparison.Ordinal)), step =>
        {
            Assert.NotNull(step.On);
            Assert.NotEmpty(step.Text ?? "");
            Assert.StartsWith("《条例》", step.Basis, StringComparison.Ordinal);
        });

    private static readonly ReviewRequested Asked = new()
    {
        PetitionId = Guid.Empty, ReviewId = Review, Organ = Organ, ReviewBody = "120104", RequestedOn = new(2026, 5, 20), ReceivedOn = new(2026, 5, 20), InTime = true,
        RequestedAt = Given.On(2026, 5, 20).At, StrictDueOn = new(2026, 6, 19), DueOn = new(2026, 6, 22),
    };

    private static readonly RecheckRequested RecheckAsked = new()
    {
        PetitionId = Guid.Empty, ReviewId = Recheck, Organ = Organ, ReviewBody = "120000", RequestedOn = new(2026, 7, 6), ReceivedOn = new(2026, 7, 6), InTime = true,
        RequestedAt = Given.On(2026, 7, 6).At, StrictDueOn = new(2026, 8, 5), DueOn = new(2026, 8, 5),
    };

    private static readonly ReviewHearingHeld Hearing = new()
    {
        PetitionId = Guid.Empty, ReviewId = Recheck, Organ = Organ, ReviewBody = "120000", Level = "Recheck", HeldFrom = new(2026, 7, 20), HeldTo = new(2026, 7, 23), ExcludedDays = 4,
        RecordedAt = Given.On(2026, 7, 24).At, StrictDueOn = new(2026, 8, 9), DueOn = new(2026, 8, 10),
    };

    private static readonly ReviewDecided Revoked = new()
    {
        PetitionId = Guid.Empty, ReviewId = Review, Organ = Organ, ReviewBody = "120104", Outcome = "RevokeAndRedo", DecidedAt = Given.On(2026, 6, 8).At, InTime = true,
        RedoStrictDueOn = new(2026, 7, 8), RedoDueOn = new(2026, 7, 8), DocumentId = ReviewPaper, DocumentNumber = "津南开政信查〔2026〕1号",
    };

    private static readonly PetitionDecided FirstOpinion = new()
    {
        PetitionId = Guid.Empty, Organ = Organ, DecidedAt = Given.On(2026, 4, 27).At, Supported = 2, Explained = 1, NotSupported = 0, InTime = true,
        DocumentId = Opinion, DocumentNumber = "津南开住建信理〔2026〕18号",
    };

    private static readonly PetitionDecided NewOpinion = FirstOpinion with { DecidedAt = Given.On(2026, 6, 18).At, DocumentId = Recheck, DocumentNumber = "津南开住建信理〔2026〕30号" };

    private static readonly OpinionServed FirstService = new()
    {
        PetitionId = Guid.Empty, Organ = Organ, ServedOn = new(2026, 4, 29), Method = "HandedOver", ReviewBody = "120104",
        ReviewStrictDueOn = new(2026, 5, 29), ReviewDueOn = new(2026, 5, 29), DocumentId = Opinion,
    };

    private static readonly OpinionServed NewService = FirstService with { ServedOn = new(2026, 6, 20), DocumentId = Recheck, ReviewStrictDueOn = new(2026, 7, 20), ReviewDueOn = new(2026, 7, 20) };

    private static object[] Upheld =>
    [
        new ReviewDecided
        {
            PetitionId = Guid.Empty, ReviewId = Review, Organ = Organ, ReviewBody = "120104", Outcome = "Uphold", DecidedAt = Given.On(2026, 6, 10).At, InTime = true,
            DocumentId = ReviewPaper, DocumentNumber = "津南开政信查〔2026〕1号",
        },
        new ReviewOpinionServed
        {
            PetitionId = Guid.Empty, ReviewId = Review, Organ = Organ, ReviewBody = "120104", Level = "Review", ServedOn = new(2026, 6, 12), Method = "HandedOver",
            RecheckBody = "120000", RecheckStrictDueOn = new(2026, 7, 12), RecheckDueOn = new(2026, 7, 13), Final = false, DocumentId = ReviewPaper,
        },
    ];

    private static object[] Ended =>
    [
        new RecheckDecided
        {
            PetitionId = Guid.Empty, ReviewId = Recheck, Organ = Organ, ReviewBody = "120000", Outcome = "Uphold", DecidedAt = Given.On(2026, 7, 27).At, InTime = true, ExcludedDays = 4,
            DocumentId = RecheckPaper, DocumentNumber = "津政信核〔2026〕1号",
        },
        new ReviewOpinionServed
        {
            PetitionId = Guid.Empty, ReviewId = Recheck, Organ = Organ, ReviewBody = "120000", Level = "Recheck", ServedOn = new(2026, 7, 28), Method = "HandedOver", Final = true, DocumentId = RecheckPaper,
        },
    ];

    private static ReviewRequestAnswered Accepted(Guid review, string level) => new()
    {
        PetitionId = Guid.Empty, ReviewId = review, Organ = Organ, ReviewBody = "120104", Level = level, Accepted = true, AnsweredAt = Given.On(2026, 5, 22).At,
        DocumentId = Guid.CreateVersion7(), DocumentNumber = "津南开政信查受〔2026〕1号",
    };

    private static ProgressView Tell(Moment today, params object[] told)
    {
        object[] before =
        [
            new PetitionAccepted
            {
                PetitionId = Guid.Empty, Organ = Organ, AcceptedAt = Given.On(2026, 3, 11).At, StrictDueOn = new(2026, 5, 10), DueOn = new(2026, 5, 11),
                DocumentId = Guid.CreateVersion7(), DocumentNumber = "津南开住建信受〔2026〕31号",
            },
            FirstOpinion, FirstService,
        ];
        return Story.Tell(new Situation(Given.Forwarded(), Facts([.. before, .. told]), today), "一楼下水管返水", [], [], null, []);
    }

    private static CaseFacts Facts(IEnumerable<object> told) => new(told.Select(fact => (Organ, At(fact), fact)));

    private static DateTimeOffset At(object fact) => fact switch
    {
        PetitionAccepted f => f.AcceptedAt,
        PetitionDecided f => f.DecidedAt,
        OpinionServed f => CaseFactKeeping.StartOf(f.ServedOn),
        ReviewRequested f => f.RequestedAt,
        RecheckRequested f => f.RequestedAt,
        ReviewRequestAnswered f => f.AnsweredAt,
        ReviewHearingHeld f => f.RecordedAt,
        ReviewDecided f => f.DecidedAt,
        RecheckDecided f => f.DecidedAt,
        ReviewOpinionServed f => CaseFactKeeping.StartOf(f.ServedOn),
        _ => throw new ArgumentOutOfRangeException(nameof(fact)),
    };
}
