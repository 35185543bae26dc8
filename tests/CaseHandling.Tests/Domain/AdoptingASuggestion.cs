using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.Domain.Story;

namespace Xinfang.CaseHandling.Tests.Domain;

[Rule("A-33")]
public class AdoptingASuggestion
{
    private static readonly Moment Day = At(2026, 4, 27);

    [Theory]
    [InlineData(SuggestionOutcome.Adopted)]
    [InlineData(SuggestionOutcome.PartlyAdopted)]
    [InlineData(SuggestionOutcome.NotAdopted)]
    [InlineData(SuggestionOutcome.Noted)]
    public void Has_its_own_outcomes_and_always_a_reply(SuggestionOutcome adoption)
    {
        var petition = Studied();
        Refused(petition.AnswerSuggestion(Officer, Answer(adoption) with { Reply = " " }, Day), "answer.without-reply", PetitionRegulations.Suggestion);

        var answered = Done(petition.AnswerSuggestion(Officer, Answer(adoption), Day));

        Assert.Equal((adoption, true), (answered.Adoption, answered.InTime));
        Assert.Equal(PetitionStatus.Decided, petition.Status);
    }

    [Fact]
    public void Is_answered_only_after_it_was_studied()
    {
        var petition = Accepted(Category.Suggestion);
        Refused(petition.AnswerSuggestion(Officer, Answer(SuggestionOutcome.NotAdopted), Day), "answer.without-study", PetitionRegulations.Suggestion);
        Refused(petition.StudySuggestion(Officer, new(2026, 3, 4), ["设施科"], "可行。", Day), "study.date", PetitionRegulations.Suggestion);
        Refused(petition.StudySuggestion(Officer, new(2026, 4, 28), ["设施科"], "可行。", Day), "study.date", PetitionRegulations.Suggestion);
        Refused(petition.StudySuggestion(Officer, new(2026, 4, 20), [" "], "可行。", Day), "study.without-participants", PetitionRegulations.Suggestion);
        Refused(petition.StudySuggestion(Officer, new(2026, 4, 20), ["设施科"], " ", Day), "study.without-conclusion", PetitionRegulations.Suggestion);

        Assert.Equal(2, Done(petition.StudySuggestion(Officer, new(2026, 4, 20), ["设施科", "街道办", "设施科 "], "可行。", Day)).Participants);
        Done(petition.AnswerSuggestion(Officer, Answer(SuggestionOutcome.NotAdopted), Day));
    }

    [Fact]
    public void Whatever_is_not_adopted_has_its_reason()
    {
        foreach (var adoption in new[] { SuggestionOutcome.PartlyAdopted, SuggestionOutcome.NotAdopted, SuggestionOutcome.Noted })
            Refused(Studied().AnswerSuggestion(Officer, Answer(adoption) with { Reason = " " }, Day), "answer.without-reason", PetitionRegulations.Suggestion);
        Done(Studied().AnswerSuggestion(Officer, Answer(SuggestionOutcome.Adopted) with { Reason = null }, Day));
    }

    [Fact]
    public void Whatever_is_adopted_is_followed_until_it_is_done()
    {
        var petition = Studied();
        Refused(petition.AnswerSuggestion(Officer, Answer(SuggestionOutcome.Adopted) with { Measure = "" }, Day), "answer.without-measure", PetitionRegulations.Suggestion);
        Refused(petition.AnswerSuggestion(Officer, Answer(SuggestionOutcome.Adopted) with { MeasureDueOn = Day.Date }, Day), "answer.measure-date", PetitionRegulations.Suggestion);
        Done(petition.AnswerSuggestion(Officer, Answer(SuggestionOutcome.Adopted), Day));
        Done(petition.Serve(Officer, Receipt(new(2026, 4, 29)), "120104", At(2026, 4, 29)));
        Done(petition.Complete(Officer, "已答复。", new([], null, null, []), At(2026, 4, 30)));

        Assert.Equal((Terms.Adoption.Code, new DateOnly(2026, 6, 30)), (petition.NextTerm, petition.TermOf(Terms.Adoption.Code)!.StrictDueOn));
        Assert.Contains(petition.TellTerms(At(2026, 7, 1)), told => told is { Term: "adoption", Overdue: true });
        Refused(petition.CarryOutAdoption(Officer, new(2026, 4, 26), "已装。", At(2026, 7, 2)), "adoption.date", PetitionRegulations.Suggestion);
        Refused(petition.CarryOutAdoption(Officer, new(2026, 7, 2), "", At(2026, 7, 2)), "adoption.without-result", PetitionRegulations.Suggestion);
        Assert.False(Done(petition.CarryOutAdoption(Officer, new(2026, 7, 2), "路灯已装，照片在案。", At(2026, 7, 2))).InTime);
        Assert.Null(petition.NextTerm);
        Refused(petition.CarryOutAdoption(Officer, new(2026, 7, 2), "再记一次。", At(2026, 7, 2)), "adoption.nothing", PetitionRegulations.Suggestion);
    }

    [Fact]
    public void What_is_not_adopted_owes_no_measure()
    {
        var petition = Answered(SuggestionOutcome.NotAdopted);
        Assert.Equal((null, null), (petition.File.Answer!.Measure, petition.TermOf(Terms.Adoption.Code)));
        Refused(petition.CarryOutAdoption(Officer, Day.Date, "做完。", Day), "adoption.nothing", PetitionRegulations.Suggestion);
    }

    [Fact]
    public void Everybody_is_thanked_and_only_what_is_adopted_is_rewarded()
    {
        Refused(Studied().AnswerSuggestion(Officer, Answer(SuggestionOutcome.Noted) with { Reward = true }, Day), "answer.reward-without-adoption", PetitionRegulations.Suggestion);

        var noted = Answered(SuggestionOutcome.Noted);
        Done(noted.RewardSuggestion(Head, RewardKind.Thanks, Day.Date, "感谢信一封。", Day));
        Refused(noted.RewardSuggestion(Head, RewardKind.Material, Day.Date, "奖品。", Day), "answer.reward-without-adoption", PetitionRegulations.Suggestion);

        var adopted = Answered(SuggestionOutcome.Adopted);
        Refused(adopted.RewardSuggestion(Head, RewardKind.Honour, new(2026, 4, 26), "证书。", Day), "reward.date", PetitionRegulations.Suggestion);
        Refused(adopted.RewardSuggestion(Head, RewardKind.Honour, Day.Date, " ", Day), "reward.without-note", PetitionRegulations.Suggestion);
        Done(adopted.RewardSuggestion(Head, RewardKind.Honour, Day.Date, "证书。", Day));
        Refused(adopted.RewardSuggestion(Head, RewardKind.Honour, Day.Date, "证书。", Day), "reward.given-before", PetitionRegulations.Suggestion);
    }

    [Fact]
    public void Is_rewarded_by_the_head_and_not_before_it_is_answered()
    {
        Refused(Answered(SuggestionOutcome.Adopted).RewardSuggestion(Officer, RewardKind.Honour, Day.Date, "证书。", Day), "duty.missing", PetitionRegulations.Suggestion);
        Refused(Studied().RewardSuggestion(Head, RewardKind.Thanks, Day.Date, "感谢信。", Day), "petition.wrong-state", PetitionRegulations.Suggestion);
    }

    [Fact]
    public void A_reopened_suggestion_is_studied_anew_and_the_old_measure_is_no_longer_owed()
    {
        var petition = Answered(SuggestionOutcome.Adopted);
        Done(petition.Serve(Officer, Receipt(new(2026, 4, 29)), "120104", At(2026, 4, 29)));
        Done(petition.Reopen(Actor.Petitioner, "答复和建议对不上。", At(2026, 5, 6)));

        Assert.Null(petition.TermOf(Terms.Adoption.Code));
        Assert.Equal("装路灯十盏。", petition.File.Reopenings[^1].Answer!.Measure);
        Refused(petition.AnswerSuggestion(Officer, Answer(SuggestionOutcome.NotAdopted), At(2026, 5, 7)), "answer.without-study", PetitionRegulations.Suggestion);
    }

    [Fact]
    public void Takes_no_opinion_on_claims_and_a_redress_takes_no_answer()
    {
        Refused(Accepted(Category.Suggestion, claims: 1).Decide(Officer, "经研究。", [new(1, Outcome.Supported, "采纳。", "")], null, Day),
            "petition.other-rail", PetitionRegulations.Opinion);
        Refused(Heard().AnswerSuggestion(Officer, Answer(SuggestionOutcome.Adopted), Day), "petition.other-rail", PetitionRegulations.Suggestion);
    }

    private static SuggestionAnswer Answer(SuggestionOutcome adoption) => new(adoption, "经研究答复如下。", false, "经费没有安排。", "装路灯十盏。", new(2026, 6, 30));

    private static Petition Studied()
    {
        var petition = Accepted(Category.Suggestion);
        Done(petition.StudySuggestion(Officer, new(2026, 4, 20), ["设施科", "街道办"], "合理，可行。", At(2026, 4, 20)));
        return petition;
    }

    private static Petition Answered(SuggestionOutcome adoption)
    {
        var petition = Studied();
        Done(petition.AnswerSuggestion(Officer, Answer(adoption), Day));
        return petition;
    }
}
