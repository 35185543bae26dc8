using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.Testing;

namespace Xinfang.Intake.Tests.Domain;

public class RatingAPetition
{
    private static readonly DateOnly Served = new(2026, 4, 29);

    [Fact, Rule("C-24")]
    public void Is_open_on_the_thirtieth_day() => Given.Done(Rate(Given.Forwarded(), Given.On(2026, 5, 29, hour: 23)));

    [Fact, Rule("C-24")]
    public void Is_over_the_day_after()
    {
        var refusal = Given.No(Rate(Given.Forwarded(), Given.On(2026, 5, 30)));
        Assert.Equal(("rating.too-late", PetitionRegulations.Rating), (refusal.Code, refusal.Basis));
        Assert.Contains("2026年5月29日", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_last_day_that_is_a_day_off_moves()
    {
        // Served on 1 April: day 30 is 1 May, the holiday ends on the 5th.
        Given.Done(Given.Forwarded().Rate(Score.Satisfied, Score.Satisfied, null, null, new(2026, 4, 1), Given.On(2026, 5, 6)));
    }

    [Fact]
    public void Waits_for_the_opinion()
    {
        var refusal = Given.No(Given.Forwarded().Rate(Score.Satisfied, Score.Satisfied, null, null, null, Given.On(2026, 4, 1)));
        Assert.Equal(("rating.not-served", PetitionRegulations.Rating), (refusal.Code, refusal.Basis));
    }

    [Fact, Rule("C-26")]
    public void Happens_once()
    {
        var petition = Given.Forwarded();
        Given.Done(Rate(petition, Given.On(2026, 5, 1)));
        Assert.Equal("rating.once", Given.No(Rate(petition, Given.On(2026, 5, 2))).Code);
    }

    [Fact]
    public void Dissatisfied_with_the_office_says_why() =>
        Assert.Equal("rating.office-reason", Given.No(Given.Forwarded().Rate(Score.Dissatisfied, Score.Satisfied, " ", null, Served, Given.On(2026, 5, 1))).Code);

    [Fact, Rule("C-26")]
    public void Dissatisfied_with_the_organ_says_why() =>
        Assert.Equal("rating.organ-reason", Given.No(Given.Forwarded().Rate(Score.Satisfied, Score.Dissatisfied, null, null, Served, Given.On(2026, 5, 1))).Code);

    [Fact, Rule("C-21")]
    public void Is_not_asked_of_a_sealed_petition()
    {
        var petition = Given.Classified(Category.Accusation);
        Given.Done(petition.Forward(Given.Discipline, Given.Reason, "clerk", Given.On(2026, 3, 4)));
        var refusal = Given.No(Rate(petition, Given.On(2026, 5, 1)));
        Assert.Equal(("rating.sealed", PetitionRegulations.Accusation), (refusal.Code, refusal.Basis));
    }

    private static Result<Rated> Rate(Petition petition, Moment now) => petition.Rate(Score.Satisfied, Score.FairlySatisfied, null, null, Served, now);
}
