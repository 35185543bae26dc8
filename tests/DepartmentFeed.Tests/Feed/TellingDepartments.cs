using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Contracts.Intake.V1;
using Xinfang.DepartmentFeed.Api.Feed;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.DepartmentFeed.Tests.Feed;

/// <summary>Who is told of a fact.</summary>
public class TellingDepartments
{
    private const string Housing = "120104-zjw", City = "120104-cgw", Discipline = Organs.Discipline, Office = Organs.Office;
    private readonly Story _story = new();

    [Fact]
    public void The_office_alone_is_told_of_a_registration() => Assert.Equal([Office], _story.Tell<PetitionRegistered>().Organs);

    [Fact]
    public void The_organ_is_told_of_the_petition_forwarded_to_it() =>
        Assert.Equal([Office, Housing], _story.Routed(Housing).Organs);

    [Fact]
    public void The_organ_that_holds_it_is_told_what_happens_to_it()
    {
        _story.Routed(Housing);
        foreach (var row in FeedTable.Rows.Where(row => row.Audience is Audience.Holder))
            Assert.Equal([Office, Housing], _story.Tell(row.Contract).Organs);
    }

    [Fact]
    public void Another_organ_is_told_nothing()
    {
        _story.Routed(Housing);
        foreach (var row in FeedTable.Rows.Where(row => row.Audience is Audience.Holder))
            Assert.DoesNotContain(City, _story.Tell(row.Contract).Organs);
    }

    [Fact]
    public void Steps_inside_the_organ_are_told_to_the_office_alone()
    {
        _story.Routed(Housing);
        Assert.Equal([Office], _story.Tell<PetitionClaimed>().Organs);
        Assert.Equal([Office], _story.Tell<StatementHeard>().Organs);
    }

    [Fact]
    public void An_organ_whose_contestation_is_agreed_to_is_told_that_the_petition_is_returned()
    {
        _story.Routed(Housing);
        var told = _story.Decided(agreed: true, Housing, round: 1);

        Assert.Equal([Office, Housing], told.Organs);
        Assert.Equal("cn.xinfang.department-feed.petition-returned.v1", told.Of(Housing).Row.Type);
        Assert.Equal("cn.xinfang.case-handling.contestation-decided.v1", told.Of(Office).Row.Type);
    }

    [Fact]
    public void An_organ_whose_contestation_is_refused_keeps_the_petition_and_is_told_the_decision()
    {
        _story.Routed(Housing);
        Assert.Equal("cn.xinfang.case-handling.contestation-decided.v1", _story.Decided(agreed: false, Housing, round: 1).Of(Housing).Row.Type);
        Assert.Equal([Office, Housing], _story.Tell<PetitionAccepted>().Organs);
    }

    [Fact]
    public void The_organ_that_lost_it_is_told_nothing_more()
    {
        _story.Routed(Housing);
        _story.Decided(agreed: true, Housing, round: 1);
        Assert.Equal([Office], _story.Tell<TermDueSoon>().Organs); // late: warned before it was returned
        Assert.Equal([Office, City], _story.Routed(City, round: 2).Organs);
        Assert.Equal([Office], _story.Tell<TermOverdue>().Organs); // about 住建委, which holds it no longer
    }

    [Fact]
    public void An_organ_is_told_of_its_loss_once_also_when_the_next_routing_comes_first()
    {
        _story.Routed(Housing);
        var told = _story.Routed(City, round: 2);
        Assert.Equal([Office, Housing, City], told.Organs);
        Assert.Equal(FeedTable.Returned.Type, told.Of(Housing).Row.Type);
        Assert.Equal([Office], _story.Decided(agreed: true, Housing, round: 1).Organs);
    }

    [Fact]
    public void A_routing_that_comes_late_changes_nothing()
    {
        _story.Routed(City, round: 2);
        Assert.Equal([Office], _story.Routed(Housing, round: 1).Organs);
        Assert.Equal(City, _story.Holding.Organ);
    }

    [Fact]
    public void A_rating_that_names_no_organ_is_told_to_the_one_that_holds_it()
    {
        _story.Routed(Housing);
        Assert.Equal([Office, Housing], _story.Take(Story.Sample<PetitionRated>() with { Organ = null }).Organs);
    }

    [Fact]
    public void An_act_of_an_organ_before_any_routing_is_not_counted_as_handled() =>
        Assert.Throws<EarlyFactException>(() => _story.Tell<PetitionAccepted>());

    [Fact]
    public void An_accusation_is_told_to_the_disciplinary_organ_and_the_office_alone()
    {
        _story.Seal();
        Assert.Equal([Office, Discipline], _story.Routed(Discipline, @sealed: true).Organs);
        Assert.Equal([Office, Discipline], _story.Take(Story.Sample<PetitionAccepted>() with { Organ = Discipline }).Organs);
    }

    [Fact]
    public void An_ordinary_organ_is_told_nothing_of_an_accusation_even_if_it_were_routed_there()
    {
        _story.Seal();
        Assert.Equal([Office], _story.Routed(Housing, @sealed: true).Organs);
    }

    [Fact]
    public void A_petition_sealed_while_an_ordinary_organ_holds_it_disappears_from_that_organ()
    {
        _story.Routed(Housing);
        _story.Seal();
        Assert.Equal([Office], _story.Tell<TermDueSoon>().Organs);
        Assert.Equal([Office, Discipline], _story.Routed(Discipline, round: 2, @sealed: true).Organs);
    }

    [Fact]
    public void Nothing_but_the_id_and_the_seal_is_in_any_event_of_an_accusation()
    {
        _story.Seal();
        var told = new List<Telling>([.. _story.Routed(Discipline, @sealed: true)]);
        foreach (var row in FeedTable.Rows) told.AddRange(_story.Tell(row.Contract, organ: Discipline));

        foreach (var telling in told)
        {
            var data = telling.Row.DataOf(telling.Message, _story.Holding.PetitionId, _story.Holding.Number, _story.Holding.Sealed);
            Assert.Equal($$"""{"petitionId":"{{_story.Holding.PetitionId}}","sealed":true}""", data.ToJsonString());
        }
        Assert.True(told.Count > FeedTable.Rows.Count);
    }

    [Fact]
    public void The_number_is_told_with_every_event_of_an_open_petition()
    {
        _story.Tell<PetitionRegistered>();
        _story.Routed(Housing);
        var told = _story.Tell<PetitionAccepted>().Of(Housing);
        var data = told.Row.DataOf(told.Message, _story.Holding.PetitionId, _story.Holding.Number, @sealed: false);
        Assert.Equal("120104-20260302-0001", (string?)data["number"]);
        Assert.Equal("2026-05-06", (string?)data["dueOn"]);
    }

    [Fact]
    public void The_sequence_counts_the_facts_of_the_petition()
    {
        _story.Tell<PetitionRegistered>();
        _story.Routed(Housing);
        _story.Tell<PetitionAccepted>();
        Assert.Equal(3, _story.Holding.Sequence);
    }

    [Fact]
    public void The_id_of_an_event_is_the_same_at_every_delivery_and_differs_between_organs()
    {
        var message = Guid.CreateVersion7();
        Assert.Equal(FeedEventId.Of(message, Housing), FeedEventId.Of(message, Housing));
        Assert.NotEqual(FeedEventId.Of(message, Housing), FeedEventId.Of(message, City));
        Assert.Equal(8, FeedEventId.Of(message, Housing).Version);
    }
}
