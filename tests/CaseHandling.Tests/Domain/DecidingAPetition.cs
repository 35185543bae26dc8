using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.Domain.Story;

namespace Xinfang.CaseHandling.Tests.Domain;

public class HearingTheStatement
{
    [Fact, Rule("A-36")]
    public void Is_noted_with_its_day_and_way()
    {
        var heard = Done(Accepted().HearStatement(Officer, new(2026, 3, 24), StatementWay.Phone, "电话听取。", At(2026, 3, 25)));
        Assert.Equal((new DateOnly(2026, 3, 24), StatementWay.Phone), (heard.HeardOn, heard.Way));
    }

    [Fact]
    public void Lies_between_receipt_and_today()
    {
        Refused(Accepted().HearStatement(Officer, new(2026, 3, 4), StatementWay.Visit, "陈述。", At(2026, 3, 25)), "statement.date", PetitionRegulations.Hearing);
        Refused(Accepted().HearStatement(Officer, new(2026, 3, 26), StatementWay.Visit, "陈述。", At(2026, 3, 25)), "statement.date", PetitionRegulations.Hearing);
    }

    [Fact]
    public void Needs_a_summary_and_an_accepted_petition()
    {
        Refused(Accepted().HearStatement(Officer, new(2026, 3, 24), StatementWay.Visit, "", At(2026, 3, 25)), "statement.without-summary", PetitionRegulations.Hearing);
        var refusal = Refused(Received().HearStatement(Officer, new(2026, 3, 6), StatementWay.Visit, "陈述。", At(2026, 3, 6)), "petition.wrong-state", PetitionRegulations.Hearing);
        Assert.Equal("还没有受理，先受理，才能听取陈述。", refusal.Message);
    }
}

public class DecidingAPetition
{
    [Fact, Rule("A-37"), Rule("A-38")]
    public void Answers_each_claim_and_ends_the_term()
    {
        var petition = Heard();
        var decided = Done(petition.Decide(Officer, "主管道塌陷。",
            [new(1, Outcome.Supported, "应当维修。", "《物业管理条例》"), new(2, Outcome.NotSupported, "没有证据。", "《民法典》")], "120104", At(2026, 4, 27)));

        Assert.Equal((1, 0, 1, true), (decided.Supported, decided.Explained, decided.NotSupported, decided.InTime));
        Assert.Equal((PetitionStatus.Decided, Terms.ServiceOfOpinion.Code), (petition.Status, petition.NextTerm));
        Assert.Equal(new DateOnly(2026, 4, 27), petition.TermOf(Terms.Completion.Code)!.DoneOn);
    }

    [Fact, Rule("A-36")]
    public void Needs_the_petitioner_heard_first() =>
        Refused(Accepted().Decide(Officer, "事实。", Opinions(2), "120104", At(2026, 4, 27)), "opinion.without-statement", PetitionRegulations.Hearing);

    [Fact, Rule("A-37")]
    public void Needs_facts_and_for_each_claim_an_outcome_a_reason_and_a_basis()
    {
        Refused(Heard().Decide(Officer, " ", Opinions(2), "120104", At(2026, 4, 27)), "opinion.without-facts", PetitionRegulations.Opinion);
        var missing = Refused(Heard(3).Decide(Officer, "事实。", Opinions(1), "120104", At(2026, 4, 27)), "opinion.claims-incomplete", PetitionRegulations.Opinion);
        Assert.Equal((RefusalKind.Invalid, "缺第2、3项请求的意见，每项请求都要有意见。"), (missing.Kind, missing.Message));
        Refused(Decide(Opinions(2)[0] with { Reason = "" }), "opinion.claim-without-reason", PetitionRegulations.Opinion);
        Refused(Decide(Opinions(2)[0] with { Basis = "" }), "opinion.claim-without-basis", PetitionRegulations.Opinion);
        Refused(Decide(Opinions(2)[0] with { Number = 3 }), "opinion.claim-unknown", PetitionRegulations.Opinion);
        Refused(Decide(Opinions(2)[0] with { Number = 2 }), "opinion.claim-unknown", PetitionRegulations.Opinion);

        static Result<Decided> Decide(Claim first) => Heard().Decide(Officer, "事实。", [first, Opinions(2)[1]], "120104", At(2026, 4, 27));
    }

    [Fact]
    public void Needs_a_review_body_to_name() =>
        Refused(Heard().Decide(Officer, "事实。", Opinions(2), null, At(2026, 4, 27)), "opinion.without-review-body", PetitionRegulations.Review);

    [Theory, Rule("A-38")]
    [InlineData("2026-05-10", true)]
    [InlineData("2026-05-11", true)]
    [InlineData("2026-05-12", false)]
    public void Is_in_time_up_to_the_rolled_day_and_possible_afterwards(string on, bool inTime) =>
        Assert.Equal(inTime, Done(Heard().Decide(Officer, "事实。", Opinions(2), "120104", On(DateOnly.Parse(on, null)))).InTime);

    [Fact]
    public void Cannot_happen_twice() =>
        Refused(Decided().Decide(Officer, "事实。", Opinions(2), "120104", At(2026, 4, 28)), "petition.wrong-state", PetitionRegulations.Opinion);
}

public class ServingTheOpinion
{
    [Fact, Rule("A-42")]
    public void Starts_the_thirty_days_for_a_review()
    {
        var petition = Decided();
        var served = Done(petition.Serve(Officer, Receipt(new(2026, 4, 29)), "120104", At(2026, 4, 30)));

        Assert.Equal(new DateOnly(2026, 5, 29), served.ReviewRequest!.DueOn);
        Assert.Equal(("120104", PetitionStatus.Served, Terms.Enforcement.Code), (served.ReviewBody!, petition.Status, petition.NextTerm));
    }

    [Fact, Rule("A-42"), Rule("P-02")]
    public void The_last_day_for_a_review_rolls_in_the_petitioners_favour()
    {
        var petition = Petition.Receive(Routing(claims: 1), At(2026, 8, 3)).Petition;
        Done(petition.Accept(Officer, null, null, At(2026, 8, 5)));
        Done(petition.HearStatement(Officer, new(2026, 8, 6), StatementWay.Visit, "陈述。", At(2026, 8, 6)));
        Done(petition.Decide(Officer, "事实。", Opinions(1), "120104", At(2026, 9, 16)));

        Assert.Equal(new DueDates(new(2026, 10, 17), new(2026, 10, 19)), Done(petition.Serve(Officer, Receipt(new(2026, 9, 17)), "120104", At(2026, 9, 17))).ReviewRequest);
    }

    [Fact]
    public void Needs_a_receiver_and_a_day_between_the_opinion_and_today()
    {
        Refused(Decided().Serve(Officer, Receipt(new(2026, 4, 29)) with { Receiver = "" }, "120104", At(2026, 4, 29)), "service.without-receiver", CivilProcedure.ServiceReceipt);
        Refused(Decided().Serve(Officer, Receipt(new(2026, 4, 26)), "120104", At(2026, 4, 29)), "service.date", CivilProcedure.ServiceReceipt);
        Refused(Decided().Serve(Officer, Receipt(new(2026, 4, 30)), "120104", At(2026, 4, 29)), "service.date", CivilProcedure.ServiceReceipt);
    }

    [Fact]
    public void Online_needs_consent()
    {
        Refused(Decided().Serve(Officer, Receipt(new(2026, 4, 29), ServiceMethod.Electronic), "120104", At(2026, 4, 29)),
            "service.electronic-without-consent", new Article("民事诉讼法", 90));
        Done(Decided(electronic: true).Serve(Officer, Receipt(new(2026, 4, 29), ServiceMethod.Electronic), "120104", At(2026, 4, 29)));
    }

    [Fact]
    public void By_public_notice_takes_thirty_days()
    {
        Refused(Decided().Serve(Officer, Receipt(new(2026, 5, 26), ServiceMethod.PublicNotice), "120104", At(2026, 5, 26)),
            "service.notice-too-early", new Article("民事诉讼法", 95));
        Done(Decided().Serve(Officer, Receipt(new(2026, 5, 27), ServiceMethod.PublicNotice), "120104", At(2026, 5, 27)));
    }

    [Fact]
    public void Cannot_come_before_the_opinion() =>
        Refused(Heard().Serve(Officer, Receipt(new(2026, 4, 29)), "120104", At(2026, 4, 29)), "petition.wrong-state", PetitionRegulations.Review);
}

public class CompletingAPetition
{
    [Fact]
    public void Closes_the_file_and_says_whether_it_was_in_time()
    {
        var petition = Served();
        Assert.True(Done(petition.Complete(Officer, "已修好。", Closed, At(2026, 5, 6))).InTime);
        Assert.Equal(PetitionStatus.Completed, petition.Status);
    }

    [Fact, Rule("A-17")]
    public void Is_the_report_of_an_assignment()
    {
        var petition = Assigned();
        Done(petition.Accept(Officer, null, null, On(AcceptedOn)));
        Done(petition.HearStatement(Officer, new(2026, 3, 24), StatementWay.Visit, "陈述。", At(2026, 3, 24)));
        Done(petition.Decide(Officer, "事实。", Opinions(2), "120104", At(2026, 4, 27)));
        Done(petition.Serve(Officer, Receipt(new(2026, 4, 29)), "120104", At(2026, 4, 29)));
        Assert.Equal(Terms.AssignmentReport.Code, petition.NextTerm);

        Done(petition.Complete(Officer, "已修好。", Closed, At(2026, 5, 6)));
        Assert.Equal(new DateOnly(2026, 5, 6), petition.TermOf(Terms.AssignmentReport.Code)!.DoneOn);
    }

    [Fact]
    public void Needs_a_served_opinion_and_a_result()
    {
        Refused(Decided().Complete(Officer, "已修好。", Closed, At(2026, 5, 6)), "petition.wrong-state", PetitionRegulations.Completion);
        Refused(Served().Complete(Officer, "", Closed, At(2026, 5, 6)), "completion.without-result", PetitionRegulations.Completion);
        Refused(Completed().Complete(Officer, "已修好。", Closed, At(2026, 5, 7)), "petition.wrong-state", PetitionRegulations.Completion);
    }
}
