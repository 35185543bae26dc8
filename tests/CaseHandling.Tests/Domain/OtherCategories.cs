using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.Domain.Story;

namespace Xinfang.CaseHandling.Tests.Domain;

public class AnsweringASuggestion
{
    [Fact, Rule("A-33")]
    public void Has_sixty_days_of_the_district_from_receipt()
    {
        var petition = Received(Category.Suggestion);
        var accepted = Done(petition.Accept(Officer, null, null, On(AcceptedOn)));

        Assert.Equal(new DateOnly(2026, 5, 4), accepted.Answer.StrictDueOn);
        Assert.Equal(new DateOnly(2026, 5, 6), accepted.Answer.DueOn);
        Assert.Null(petition.TermOf(Terms.Completion.Code));
        Assert.True(petition.TermOf(Terms.SuggestionReply.Code)!.Facts.Project(LegalCalendar.Default, Terms.Default).Term.Policy);
    }

    [Fact, Rule("A-33")]
    public void Needs_no_statement_no_legal_basis_and_no_review_body()
    {
        var petition = Accepted(Category.Suggestion, claims: 1);
        Done(petition.Decide(Officer, "经研究。", [new(1, Outcome.Supported, "今年列入计划。", "")], null, At(2026, 4, 27)));
        var served = Done(petition.Serve(Officer, Receipt(new(2026, 4, 29)), "120104", At(2026, 4, 29)));

        Assert.Equal((null, null), (served.ReviewBody, served.ReviewRequest));
        Assert.Null(petition.TermOf(Terms.ReviewRequest.Code));
        Assert.True(Done(petition.Complete(Officer, "已答复。", At(2026, 4, 30))).InTime);
    }
}

public class GuardingAnAccusation
{
    [Fact, Rule("A-24")]
    public void Has_no_terms_here() => Assert.Multiple(
        () => Assert.Empty(Received(Category.Accusation).StartedTerms),
        () => Assert.Null(Petition.Receive(Routing(Category.Accusation), On(ReceivedOn)).Fact.Notice));

    [Fact]
    public void Can_be_claimed_and_acknowledged()
    {
        var petition = Received(Category.Accusation);
        Done(petition.Claim(Officer));
        Assert.NotNull(petition.Acknowledge(At(2026, 3, 6)));
    }

    [Fact, Rule("A-34")]
    public void Everything_else_is_closed_under_article_30()
    {
        var petition = Received(Category.Accusation);
        Refused(petition.Accept(Officer, null, null, At(2026, 3, 6)), "petition.sealed", PetitionRegulations.Accusation);
        foreach (var step in Flow.All.Where(step => !step.ForSealed))
        {
            var refusal = petition.Refuses(step.Act, new(new("somebody"), Organ, step.Who), At(2026, 3, 6));
            Assert.Equal(("petition.sealed", PetitionRegulations.Accusation), (refusal?.Code, refusal?.Basis));
        }
    }
}
