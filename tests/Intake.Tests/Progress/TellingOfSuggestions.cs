using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Intake.Api.Progress;
using Xinfang.Intake.Domain;
using Xinfang.Intake.Tests.Domain;
using Xinfang.Law;
using Xinfang.Testing;

namespace Xinfang.Intake.Tests.Progress;

/// <summary>A suggestion studied on 20 March, adopted on 27 April with a measure until 30 June, served on the 29th (art. 29).</summary>
[Rule("A-33")]
public class TellingOfSuggestions
{
    private const string Organ = "120104-zjw";

    [Fact]
    public void Its_author_reads_that_it_was_studied_and_what_the_organ_still_has_to_do()
    {
        var view = Tell(Given.On(2026, 5, 7), [.. Served]);

        Assert.Contains(view.Steps, step => step is { Title: "区住建委研究了您的建议", State: StepState.Done });
        var now = Assert.Single(view.Steps, step => step.State is StepState.Now);
        Assert.Equal(("现在：区住建委落实采纳的建议", new DateOnly(2026, 6, 30), "《条例》第二十九条"), (now.Title, now.DueOn, now.Basis));
    }

    [Fact]
    public void What_was_carried_out_and_rewarded_is_told_and_nothing_is_waited_for()
    {
        var view = Tell(Given.On(2026, 6, 20),
        [
            .. Served, new AdoptionCarriedOut { PetitionId = Guid.Empty, Organ = Organ, DoneOn = new(2026, 6, 15), InTime = true },
            new SuggestionRewarded { PetitionId = Guid.Empty, Organ = Organ, Kind = "Honour", RewardedOn = new(2026, 6, 16) },
        ]);

        Assert.Equal(["采纳的建议落实了", "区住建委给您荣誉证书"], view.Steps.TakeLast(2).Select(step => step.Title));
        Assert.DoesNotContain(view.Steps, step => step.State is StepState.Now);
    }

    [Fact]
    public void What_was_not_adopted_is_followed_by_nothing()
    {
        var view = Tell(Given.On(2026, 5, 7), [.. Served.Select(fact => fact is PetitionDecided told ? told with { Adoption = "NotAdopted", MeasureDueOn = null } : fact)]);
        Assert.DoesNotContain(view.Steps, step => step.State is StepState.Now);
        Assert.Contains("没有采纳", view.Sentence, StringComparison.Ordinal);
    }

    private static readonly Guid Reply = Guid.CreateVersion7();

    private static object[] Served =>
    [
        new SuggestionStudied { PetitionId = Guid.Empty, Organ = Organ, StudiedOn = new(2026, 3, 20) },
        new PetitionDecided
        {
            PetitionId = Guid.Empty, Organ = Organ, DecidedAt = Given.On(2026, 4, 27).At, Supported = 0, Explained = 0, NotSupported = 0, InTime = true,
            Adoption = "Adopted", MeasureDueOn = new(2026, 6, 30), DocumentId = Reply, DocumentNumber = "津南开住建信理〔2026〕19号",
        },
        new OpinionServed { PetitionId = Guid.Empty, Organ = Organ, ServedOn = new(2026, 4, 29), Method = "Post", DocumentId = Reply },
    ];

    private static ProgressView Tell(Moment today, object[] told)
    {
        var petition = Given.Classified(Category.Suggestion);
        Given.Done(petition.Forward(Given.Housing, Given.Reason, "clerk", Given.On(2026, 3, 4)));
        return Story.Tell(new Situation(petition, new(told.Select(fact => (Organ, At(fact), fact))), today), "路灯不亮", [new RoutingTold(1, Given.Reason, Guid.CreateVersion7())], [], null, []);
    }

    private static DateTimeOffset At(object fact) => fact switch
    {
        PetitionDecided told => told.DecidedAt,
        SuggestionStudied told => CaseFactKeeping.StartOf(told.StudiedOn),
        OpinionServed told => CaseFactKeeping.StartOf(told.ServedOn),
        AdoptionCarriedOut told => CaseFactKeeping.StartOf(told.DoneOn),
        SuggestionRewarded told => CaseFactKeeping.StartOf(told.RewardedOn),
        _ => throw new ArgumentOutOfRangeException(nameof(fact)),
    };
}
