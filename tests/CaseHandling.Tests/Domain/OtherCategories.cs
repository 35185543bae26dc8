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
        Done(petition.StudySuggestion(Officer, new(2026, 4, 20), ["设施科"], "合理，可行。", At(2026, 4, 20)));
        Done(petition.AnswerSuggestion(Officer, new(SuggestionOutcome.PartlyAdopted, "路灯今年列入计划。", true, "其余待论证。", "装路灯。", new(2026, 6, 30)), At(2026, 4, 27)));
        var served = Done(petition.Serve(Officer, Receipt(new(2026, 4, 29)), "120104", At(2026, 4, 29)));

        Assert.Equal((null, null), (served.ReviewBody, served.ReviewRequest));
        Assert.Null(petition.TermOf(Terms.ReviewRequest.Code));
        Assert.True(Done(petition.Complete(Officer, "已答复。", new([], null, null, []), At(2026, 4, 30))).InTime);
    }
}

[Rule("A-34"), Rule("A-19")]
public class HandlingAnAccusation
{
    [Fact]
    public void Goes_its_own_way_from_reception_to_the_result()
    {
        var petition = TransferredAccusation();
        Done(petition.InformOrganisation(Officer, new(2026, 4, 8), "区委组织部干部监督科。", At(2026, 4, 8)));
        var told = Done(petition.TellResult(Officer, new(2026, 4, 20), "当面反馈。", At(2026, 4, 20)));

        Assert.Equal(PetitionStatus.Completed, petition.Status);
        Assert.Empty(petition.StartedTerms);
        Assert.DoesNotContain("属实", told.Sentence, StringComparison.Ordinal);
        Assert.Equal(Officer.Id, petition.FirstHandler);
    }

    [Fact]
    public void What_was_found_and_where_it_went_are_in_no_fact_of_the_record()
    {
        var petition = AcceptedAccusation();
        var verified = Done(petition.VerifyAccusation(Officer, Verification.Founded, "核实的情况。", At(2026, 4, 6)));
        var transferred = Done(petition.TransferAccusation(Officer, "市纪委监委", "属于市管干部。", At(2026, 4, 7)));
        Assert.Equal(["On", "Sentence"], verified.GetType().GetProperties().Select(property => property.Name).Order());
        Assert.Equal(["On", "Sentence"], transferred.GetType().GetProperties().Select(property => property.Name).Order());
    }

    [Fact]
    public void Has_no_result_to_tell_before_it_is_verified_or_passed_on()
    {
        Refused(AcceptedAccusation().TellResult(Officer, new(2026, 3, 6), "反馈。", At(2026, 3, 6)), "petition.wrong-state", PetitionRegulations.Accusation);
        Refused(AcceptedAccusation().VerifyAccusation(Officer, Verification.Founded, "", At(2026, 3, 6)), "verification.without-summary", PetitionRegulations.Accusation);
        Refused(AcceptedAccusation().TransferAccusation(Officer, " ", "原因。", At(2026, 3, 6)), "transfer.without-body", PetitionRegulations.ForwardingToDiscipline);
        Refused(AcceptedAccusation().TransferAccusation(Officer, "市纪委监委", " ", At(2026, 3, 6)), "transfer.without-reason", PetitionRegulations.ForwardingToDiscipline);
        Refused(AcceptedAccusation().InformOrganisation(Officer, new(2026, 3, 7), "组织部。", At(2026, 3, 6)), "informed.date", PetitionRegulations.Accusation);
        Refused(AcceptedAccusation().InformOrganisation(Officer, new(2026, 3, 6), "", At(2026, 3, 6)), "informed.without-note", PetitionRegulations.Accusation);
    }

    [Fact]
    public void Is_no_matter_for_a_redress() =>
        Refused(Received().ReceiveAccusation(Officer, At(2026, 3, 6)), "petition.other-rail", PetitionRegulations.Accusation);

    [Fact]
    public void Whoever_is_accused_stands_aside_at_once()
    {
        var petition = Received(Category.Accusation);
        Done(petition.Claim(Officer));
        var named = Done(petition.NameConcerned(Head, [Officer.Id.Value], "被反映的人", At(2026, 3, 6)));
        Assert.True(named.ClaimReleased);
        Refused(petition.ReceiveAccusation(Officer, At(2026, 3, 6)), "petition.officer-recused", PetitionRegulations.Recusal);
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
