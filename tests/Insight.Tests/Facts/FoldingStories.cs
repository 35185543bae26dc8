using CsCheck;
using Xinfang.Contracts.CaseHandling.V1;

namespace Xinfang.Insight.Tests.Facts;

/// <summary>What is counted of a petition is what its events say, and nothing else.</summary>
public class FoldingStories
{
    private static readonly DateOnly Day = new(2033, 3, 1);

    [Fact]
    public void The_whole_way_of_a_petition_is_in_its_row()
    {
        var fact = Told.Of(Day).Registered().Forwarded(3).Accepted(10).Decided(40).Served(41).Completed(45).Rated(50).Folded().Fact;
        Assert.Equal((Day, Day, Day.AddDays(3), Day.AddDays(3)), (fact.ReceivedOn, fact.RegisteredOn, fact.ExchangedOn, fact.RoutedOn));
        Assert.Equal((Day.AddDays(10), Day.AddDays(40), true, Day.AddDays(41), Day.AddDays(71)), (fact.AcceptedOn, fact.DecidedOn, fact.DecidedInTime, fact.ServedOn, fact.RatingDueOn));
        Assert.Equal((Day.AddDays(45), "Street", "Satisfied", "FairlySatisfied", true), (fact.CompletedOn, fact.ClosingLevel, fact.OfficeScore, fact.OrganScore, fact.Closed));
        Assert.Equal(("030000", "120104001", "Online", Told.Housing), (fact.Content, fact.Street, fact.Channel, fact.Organ));
    }

    [Fact, Rule("A-23")]
    public void An_organ_whose_contest_is_agreed_owes_no_notice_and_the_next_one_does()
    {
        var rounds = Told.Of(Day).Registered().Forwarded(2).Contested(5, agreed: true).Forwarded(8, Told.Labour).Accepted(12).Folded().Rounds;
        Assert.Equal([(Told.Housing, true, (bool?)true, null), (Told.Labour, false, null, Day.AddDays(12))], rounds.Select(round => (round.Organ, round.Ended, round.ContestAgreed, round.NoticedOn)));
    }

    [Fact, Rule("A-34")]
    public void Of_a_sealed_accusation_neither_organ_street_nor_content_is_kept()
    {
        var story = Told.Of(Day).Registered().Classified(1, "Accusation", isSealed: true).Forwarded(2, "120104-jwjw", isSealed: true).Folded();
        Assert.Empty(story.Rounds);
        Assert.Equal((true, null, null, null, "Accusation"), (story.Fact.Sealed, story.Fact.Organ, story.Fact.Street, story.Fact.Content, story.Fact.Category));
    }

    [Fact]
    public void An_opinion_that_is_withdrawn_is_owed_again()
    {
        var told = Told.Of(Day).Registered().Forwarded(2).Accepted(4).Decided(30);
        told.Add(new OpinionWithdrawn { PetitionId = told.Petition, Organ = Told.Housing, WithdrawnAt = told.At(31), StrictDueOn = Day.AddDays(64), DueOn = Day.AddDays(64), DocumentId = told.Petition, DocumentNumber = "理1" });
        Assert.Equal((null, null, Day.AddDays(64), false), (told.Folded().Fact.DecidedOn, told.Folded().Fact.DecidedInTime, told.Folded().Fact.DueOn, told.Folded().Fact.Closed));
    }

    [Fact, Rule("A-42")]
    public void An_opinion_that_a_review_has_revoked_is_owed_again_by_the_day_of_the_reviewing_body()
    {
        var told = Told.Of(Day).Registered().Forwarded(2).Accepted(4).Decided(30).Served(31).Completed(32);
        told.Add(new ReviewDecided
        {
            PetitionId = told.Petition, ReviewId = told.Petition, Organ = Told.Housing, ReviewBody = "120104", Outcome = "RevokeAndRedo", DecidedAt = told.At(60), InTime = true,
            RedoStrictDueOn = Day.AddDays(90), RedoDueOn = Day.AddDays(90), DocumentId = told.Petition, DocumentNumber = "复1",
        });
        var fact = told.Folded().Fact;
        Assert.Equal(("RevokeAndRedo", Day.AddDays(90), false), (fact.Review, fact.DueOn, fact.Closed));
        Assert.Equal((null, null, null, null), (fact.DecidedOn, fact.ServedOn, fact.CompletedOn, fact.RatingDueOn));
        Assert.Equal(Day.AddDays(80), told.Decided(80).Folded().Fact.DecidedOn);
    }

    [Fact, Rule("A-41")]
    public void An_agreement_reached_in_mediation_answers_the_petition_in_its_term()
    {
        var told = Told.Of(Day).Registered().Forwarded(2).Accepted(4);
        told.Add(new MediationStarted { PetitionId = told.Petition, Organ = Told.Housing, Kind = "Mediation", StartedAt = told.At(10) });
        Assert.Null(told.Folded().Fact.DecidedOn);
        told.Add(new MediationAgreed { PetitionId = told.Petition, Organ = Told.Housing, Kind = "Mediation", AgreedAt = told.At(20), InTime = true, PerformDueOn = Day.AddDays(50) });
        Assert.Equal(("Agreed", Day.AddDays(20), true), (told.Folded().Fact.Mediation, told.Folded().Fact.DecidedOn, told.Folded().Fact.DecidedInTime));
    }

    [Fact]
    public void A_supervision_pressed_again_is_one_and_is_in_time_by_its_last_day()
    {
        var (told, id) = (Told.Of(Day).Registered().Forwarded(2), Guid.CreateVersion7());
        foreach (var pressing in new[] { 0, 1 })
            told.Add(new SupervisionOpened { PetitionId = told.Petition, Organ = Told.Housing, SupervisionId = id, Cause = "NoticeOverdue", Pressings = pressing, DocumentNumber = "督1", AskedAt = told.At(20 + (10 * pressing)), DueOn = Day.AddDays(25 + (10 * pressing)) });
        told.Add(new SupervisionClosed { PetitionId = told.Petition, Organ = Told.Housing, SupervisionId = id, ClosedAt = told.At(35) });
        var fact = told.Folded().Fact;
        Assert.Equal((1, 1, 1), (fact.Supervisions, fact.SupervisionsClosed, fact.SupervisionsClosedInTime));
    }

    [Fact]
    public void A_repeat_taken_back_is_none()
    {
        var earlier = Guid.CreateVersion7();
        Assert.True(Told.Of(Day).Registered().Repeats(earlier, 1).Folded().Fact.Repeat);
        Assert.Equal((false, null), Told.Of(Day).Registered().Repeats(earlier, 1).RepeatUndone(earlier, 2).Folded().Fact is var fact ? (fact.Repeat, fact.RepeatOf) : default);
    }

    [Fact]
    public void Told_again_from_the_beginning_the_same_comes_out() => Gen.Select(Gen.Int[1, 12], Gen.Bool).Sample(drawn =>
    {
        var told = Told.Of(Day).Registered().Forwarded(2).Contested(4, drawn.Item2).Forwarded(6, Told.Labour).Accepted(9).Decided(40).Served(42).Completed(44).Rated(46);
        var some = told.Events.Take(drawn.Item1).ToList();
        var (once, again) = (Xinfang.Insight.Api.Facts.Story.Of(told.Petition, some, day => day), Xinfang.Insight.Api.Facts.Story.Of(told.Petition, some, day => day));
        return System.Text.Json.JsonSerializer.Serialize(once.Fact) == System.Text.Json.JsonSerializer.Serialize(again.Fact) && once.Fact.Events == some.Count;
    });
}
