using System.Text.Json;
using Xinfang.Contracts.Intake.V1;
using Xinfang.Insight.Api.Events;
using Xinfang.Insight.Api.Facts;
using Xinfang.Insight.Api.Warnings;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Insight.Tests.Warnings;

/// <summary>What each rule sees in planted data. Each test has years of its own.</summary>
[Collection("Warnings")] // one after the other: a scan escalates what the other has raised
public class RaisingWarnings(InsightApp app)
{
    [Fact, Rule("S-24")]
    public async Task A_surge_is_told_once_with_counts_weeks_and_petitions_though_two_replicas_look()
    {
        var today = new DateOnly(2075, 5, 15);
        var calm = Enumerable.Range(0, 100).SelectMany(week => Enumerable.Range(0, 1 + (week % 2)).Select(_ => Planting.Fact(today.AddDays(-21 - (7 * week)))));
        var surge = Enumerable.Range(0, 21).Select(each => Planting.Fact(today.AddDays(-each % 7), organ: each < 12 ? Planting.Urban : null));
        var repeats = Enumerable.Range(0, 10).Select(_ => Planting.Fact(today)).ToList();
        foreach (var repeat in repeats) repeat.Repeat = true;
        await app.Plant(calm.Concat(surge).Concat(repeats));
        await using var replica = app.Replica();
        var now = app.At(Wire.On(2075, 5, 15));
        await Task.WhenAll(app.Services.Raise(WarningRule.Surge, now), replica.Services.Raise(WarningRule.Surge, now), app.Services.Raise(WarningRule.Surge, now));
        await app.Services.Raise(WarningRule.Surge, app.At(Wire.On(2075, 5, 16)));

        var warning = Assert.Single(await app.About(WarningRule.Surge, $"{Planting.Street}/040000"), each => each.RaisedOn.Year == 2075);
        Assert.Equal((Planting.Street, "040000", Planting.Urban, 21), (warning.Street, warning.Content, warning.Organ, warning.Evidence.Count));
        Assert.Equal((21, 26, 21), (warning.Evidence.Petitions.Count, warning.Evidence.Weeks.Count, warning.Evidence.Weeks[0].Count));
        Assert.True(warning.Evidence is { Expected: < 4, FalseShare: <= 0.05, Chance: < 0.001 });
    }

    [Fact, Rule("S-24")]
    public async Task Five_that_tell_of_the_same_event_may_be_joining()
    {
        var today = new DateOnly(2069, 3, 20);
        var told = Enumerable.Range(0, 5).Select(each => Planting.Fact(today.AddDays(-6 * each), "050000")).ToList();
        var few = Enumerable.Range(0, 4).Select(each => Planting.Fact(today.AddDays(-each), "060000")).Append(Planting.Fact(today.AddDays(-30), "060000")).ToList();
        foreach (var fact in told.Concat(few)) fact.Echo = true;
        await app.Plant(told.Concat(few));
        for (var day = 20; day < 24; day++) await app.Services.Raise(WarningRule.JointForming, app.At(Wire.On(2069, 3, day)));
        var warning = Assert.Single(await app.About(WarningRule.JointForming, $"{Planting.Street}/050000"));
        Assert.Equal((5, Planting.Housing), (warning.Evidence.Count, warning.Organ));
        Assert.Equal(told.Select(fact => fact.PetitionId).Order(), warning.Evidence.Petitions.Order());
        Assert.Empty(await app.About(WarningRule.JointForming, $"{Planting.Street}/060000"));
    }

    [Fact, Rule("S-24")]
    public async Task A_topic_that_intake_has_found_is_told_and_told_again_when_it_has_grown()
    {
        var (day, topic) = (new DateOnly(2079, 4, 10), Guid.CreateVersion7());
        var facts = Enumerable.Range(0, 8).Select(_ => Planting.Fact(day, "130000")).ToList();
        await app.Plant(facts);
        foreach (var (people, hour) in new[] { (5, 9), (8, 11) })
            await app.Db(async db =>
            {
                db.Add(new ToldEvent
                {
                    MessageId = Guid.CreateVersion7(), PetitionId = topic, SentAt = Wire.On(2079, 4, 10, hour).ToUniversalTime(), Type = "Intake.V1.HotTopicFound",
                    Body = JsonSerializer.Serialize(new HotTopicFound { TopicId = topic, Topic = "虚构湾小区夜间施工", People = people, Petitions = people, Street = Planting.Street, Content = "130000", Newest = string.Join(' ', facts.Take(people).Select(fact => fact.PetitionId)), FoundAt = Wire.On(2079, 4, 10, hour) }, MessageTypes.Json),
                });
                await db.SaveChangesAsync();
            });
        await app.Services.Raise(WarningRule.HotTopic, app.At(Wire.On(2079, 4, 10, 10)));
        await app.Services.Raise(WarningRule.HotTopic, app.At(Wire.On(2079, 4, 10, 12)));
        await app.Services.Raise(WarningRule.HotTopic, app.At(Wire.On(2079, 4, 11, 10)));
        var warnings = await app.About(WarningRule.HotTopic, topic.ToString());
        Assert.Equal([5, 8], warnings.Select(each => each.Evidence.People!.Value).Order());
        Assert.Equal((Planting.Street, "130000", Planting.Housing), (warnings[0].Street, warnings[0].Content, warnings[0].Organ));
        Assert.Contains("“虚构湾小区夜间施工”", (await (await app.As("office-head").Get($"/warnings/{warnings[0].Id}")).Json()).GetProperty("figures")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact, Rule("S-24")]
    public async Task More_repeats_than_the_organs_own_year_lets_expect_are_a_wave()
    {
        var today = new DateOnly(2072, 6, 30);
        var wave = Enumerable.Range(0, 12).Select(each => Planting.Fact(today.AddDays(-2 * each), organ: Planting.Urban));
        var steady = Enumerable.Range(0, 132).Select(each => Planting.Fact(today.AddDays(-3 * each), organ: Planting.Housing));
        var before = Enumerable.Range(0, 6).Select(each => Planting.Fact(today.AddDays(-60 - (50 * each)), organ: Planting.Urban));
        var all = wave.Concat(steady).Concat(before).ToList();
        foreach (var fact in all) fact.Repeat = true;
        await app.Plant(all);
        await app.Services.Raise(WarningRule.RepeatWave, app.At(Wire.On(2072, 6, 30)));
        var warning = Assert.Single(await app.About(WarningRule.RepeatWave, Planting.Urban), each => each.RaisedOn.Year == 2072);
        Assert.Equal((12, 0.49), (warning.Evidence.Count, warning.Evidence.Expected));
        Assert.DoesNotContain(await app.About(WarningRule.RepeatWave, Planting.Housing), each => each.RaisedOn.Year == 2072);
    }

    [Fact, Rule("S-24")]
    public async Task A_term_is_likely_missed_where_the_organ_has_missed_many_like_it_and_in_the_last_two_days_always()
    {
        var today = new DateOnly(2077, 9, 1);
        const string often = "120104-rsj", never = "120104-mzj";
        await app.Plant(Enumerable.Range(0, 10).SelectMany(each => new[] { Decided(often, today, each < 4), Decided(never, today, false) }));
        var (soon, fine, last, done) = (Open(often, today.AddDays(6)), Open(never, today.AddDays(6)), Open(never, today.AddDays(2)), Open(often, today.AddDays(6)));
        (done.DecidedOn, done.DecidedInTime) = (today, true);
        await app.Plant(soon, fine, last, done); // what was decided today was as near, and in time
        await app.Services.Raise(WarningRule.TermLikelyMissed, app.At(Wire.On(2077, 9, 1)));
        var warning = Assert.Single(await app.About(WarningRule.TermLikelyMissed, soon.PetitionId.ToString()));
        Assert.Equal((often, (int?)11, (int?)4, "Handle"), (warning.Organ, warning.Evidence.Near, warning.Evidence.Missed, warning.OwnerDuty));
        Assert.True(warning.Evidence.Low < 0.36 && warning.Evidence.Upper > 0.37 && warning.Evidence.Share is > 0.2 and < 0.45);
        Assert.Single(await app.About(WarningRule.TermLikelyMissed, last.PetitionId.ToString()));
        Assert.Empty(await app.About(WarningRule.TermLikelyMissed, fine.PetitionId.ToString()));
        Assert.Empty(await app.About(WarningRule.TermLikelyMissed, done.PetitionId.ToString()));
    }

    [Fact, Rule("A-27")]
    public async Task An_urgent_petition_not_passed_on_by_the_end_of_its_day_is_told()
    {
        var (lying, routed, secret) = (Urgent(new(2071, 4, 6), null), Urgent(new(2071, 4, 6), Planting.Housing), Urgent(new(2071, 4, 6), null));
        secret.Sealed = true;
        await app.Plant(lying, routed, secret);
        await app.Services.Raise(WarningRule.UrgentUnrouted, app.At(Wire.On(2071, 4, 6, 18)));
        Assert.Empty(await app.About(WarningRule.UrgentUnrouted, lying.PetitionId.ToString()));
        await app.Services.Raise(WarningRule.UrgentUnrouted, app.At(Wire.On(2071, 4, 7, 0, 30)));
        await app.Services.Raise(WarningRule.UrgentUnrouted, app.At(Wire.On(2071, 4, 8)));
        var warning = Assert.Single(await app.About(WarningRule.UrgentUnrouted, lying.PetitionId.ToString()));
        Assert.Equal((Organs.Office, "Register", warning.RaisedAt), (warning.Organ, warning.OwnerDuty, warning.BellAt)); // no quiet hours
        Assert.Empty(await app.About(WarningRule.UrgentUnrouted, routed.PetitionId.ToString()));
        Assert.Empty(await app.About(WarningRule.UrgentUnrouted, secret.PetitionId.ToString()));
    }

    [Fact, Rule("A-14")]
    public async Task What_was_to_be_forwarded_by_a_day_and_was_not_is_one_warning_of_that_day()
    {
        var due = new DateOnly(2073, 2, 13);
        var late = Enumerable.Range(0, 3).Select(_ => Planting.Fact(due.AddDays(-15), organ: null)).ToList();
        foreach (var fact in late) fact.ForwardDueOn = due;
        await app.Plant(late);
        await app.Services.Raise(WarningRule.OverdueUnrouted, app.At(Wire.On(2073, 2, 13)));
        await app.Services.Raise(WarningRule.OverdueUnrouted, app.At(Wire.On(2073, 2, 14)));
        await app.Services.Raise(WarningRule.OverdueUnrouted, app.At(Wire.On(2073, 2, 15)));
        var warning = Assert.Single(await app.About(WarningRule.OverdueUnrouted, Organs.Office), each => each.Evidence.DueOn == due);
        Assert.Equal((3, new DateOnly(2073, 2, 14)), (warning.Evidence.Count, warning.RaisedOn));
    }

    [Theory]
    [InlineData(20, 15, "2026-04-20T07:00:00Z", "2026-04-22")] // Monday afternoon: at once
    [InlineData(20, 23, "2026-04-20T23:00:00Z", "2026-04-23")] // Monday night: Tuesday at seven
    [InlineData(21, 3, "2026-04-20T23:00:00Z", "2026-04-23")]
    [InlineData(24, 22, "2026-04-26T23:00:00Z", "2026-04-29")] // Friday night: Monday at seven
    [InlineData(25, 10, "2026-04-25T02:00:00Z", "2026-04-28")] // Saturday morning is no quiet hour; the term counts working days
    public void In_quiet_hours_bell_and_term_wait_for_the_next_morning_of_work(int day, int hour, string bell, string due)
    {
        var now = app.At(Wire.On(2026, 4, day, hour));
        var rings = QuietHours.BellAt(now, WarningRule.Surge);
        Assert.Equal(DateTimeOffset.Parse(bell, System.Globalization.CultureInfo.InvariantCulture), rings);
        Assert.Equal(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), WarningTerms.Due(now, WarningRule.Surge, rings).DueOn);
        Assert.Equal(now.At, QuietHours.BellAt(now, WarningRule.UrgentUnrouted));
    }

    private static PetitionFact Urgent(DateOnly on, string? organ)
    {
        var fact = Planting.Fact(on, organ: organ);
        fact.Urgent = true;
        return fact;
    }

    private static PetitionFact Open(string organ, DateOnly due)
    {
        var fact = Planting.Fact(due.AddDays(-60), organ: organ);
        (fact.AcceptedOn, fact.DueOn) = (due.AddDays(-60), due);
        return fact;
    }

    private static PetitionFact Decided(string organ, DateOnly today, bool late)
    {
        var fact = Open(organ, today.AddDays(-40));
        (fact.DecidedOn, fact.DecidedInTime, fact.Closed) = (today.AddDays(late ? -30 : -41), !late, true);
        return fact;
    }
}
