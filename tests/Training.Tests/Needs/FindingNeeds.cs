using Xinfang.Training.Api.Needs;

namespace Xinfang.Training.Tests.Needs;

/// <summary>2,000 handled petitions at 24 organs, made up by seed.</summary>
public class FindingNeeds
{
    private const int Seeds = 100;

    [Fact]
    public void Where_all_organs_are_alike_it_names_one_in_at_most_five_of_a_hundred_districts()
    {
        var alarms = Enumerable.Range(1, Seeds).Where(seed => NeedFinder.Find(District(seed)).Count > 0).ToList();
        Assert.True(alarms.Count <= Seeds / 20, $"false alarms at seeds {string.Join(", ", alarms)}");
    }

    [Fact]
    public void Where_three_organs_were_planted_it_names_them_and_nearly_nobody_else()
    {
        var planted = new HashSet<(string, string)> { ("organ-3", "overdue"), ("organ-11", "defect/Opinion"), ("organ-19", "not-satisfied") };
        var (found, wrong) = (0, 0);
        foreach (var seed in Enumerable.Range(1, Seeds))
        {
            var named = NeedFinder.Find(District(seed, planted)).Select(need => (need.Organ, need.Signal)).ToHashSet();
            found += named.Intersect(planted).Count();
            wrong += named.Except(planted).Count();
        }
        Assert.True(found >= 0.95 * 3 * Seeds, $"{found} of {3 * Seeds} planted needs were found");
        Assert.True(wrong <= 0.06 * (found + wrong), $"{wrong} of {found + wrong} named were not planted"); // 5 % in the long run
    }

    [Fact]
    public void Where_officers_are_alike_too_one_look_at_organs_and_officers_names_anybody_in_at_most_five_of_a_hundred_districts()
    {
        var alarms = Enumerable.Range(1, Seeds).Where(seed => NeedFinder.Find([.. District(seed), .. Officers(seed)]).Count > 0).ToList();
        Assert.True(alarms.Count <= Seeds / 20, $"false alarms at seeds {string.Join(", ", alarms)}");
    }

    [Fact]
    public void Officers_that_were_planted_are_found_among_all_and_nearly_nobody_else()
    {
        var planted = new HashSet<(string?, string)> { ("officer-7", "answers/Terms"), ("officer-40", "answers/Roads") };
        var (found, wrong) = (0, 0);
        foreach (var seed in Enumerable.Range(1, Seeds))
        {
            var named = NeedFinder.Find([.. District(seed), .. Officers(seed, planted)]).Select(need => (need.Account, need.Signal)).ToHashSet();
            found += named.Intersect(planted).Count();
            wrong += named.Except(planted).Count();
        }
        Assert.True(found >= 0.9 * 2 * Seeds, $"{found} of {2 * Seeds} planted needs were found");
        Assert.True(wrong <= 0.06 * (found + wrong), $"{wrong} of {found + wrong} named were not planted");
    }

    [Fact]
    public void Who_had_the_harder_paper_is_compared_with_those_who_had_it_too()
    {
        // Half the people answer a paper at which everybody fails every second question, the others one at which nobody does.
        List<Counted> counted = [.. Enumerable.Range(0, 40).Select(n => n < 20 ? new Counted("organ", "answers/Terms", 40, 20, $"officer-{n}", new(800, 400)) : new Counted("organ", "answers/Terms", 40, 1, $"officer-{n}", new(800, 20)))];
        Assert.Empty(NeedFinder.Find(counted));
    }

    [Fact]
    public void An_organ_with_few_cases_is_never_named_however_bad_they_are()
    {
        List<Counted> counted = [new("small", "overdue", NeedFinder.LeastCases - 1, NeedFinder.LeastCases - 1), .. Enumerable.Range(0, 20).Select(n => new Counted($"organ-{n}", "overdue", 100, 5))];
        Assert.Empty(NeedFinder.Find(counted));
    }

    [Fact]
    public void An_organ_that_is_surely_but_hardly_worse_is_not_sent_to_a_course()
    {
        List<Counted> counted = [new("large", "overdue", 100_000, 11_500), .. Enumerable.Range(0, 20).Select(n => new Counted($"organ-{n}", "overdue", 100_000, 10_000))];
        Assert.Empty(NeedFinder.Find(counted));
    }

    [Fact]
    public void A_share_has_the_interval_of_Wilson()
    {
        var share = Share.Of(10, 100);
        Assert.Equal(0.0552, share.Low!.Value, 4);
        Assert.Equal(0.1744, share.High!.Value, 4);
        Assert.Equal(new(0, 0, null, null, null), Share.Of(0, 0));
    }

    [Fact]
    public void An_effect_is_claimed_only_where_the_interval_leaves_no_change_out()
    {
        var others = Share.Of(50, 1000);
        Assert.Equal("Better", Effect.Of(Share.Of(30, 100), Share.Of(8, 100), others, others, 90).Verdict);
        Assert.Equal("Unsure", Effect.Of(Share.Of(12, 100), Share.Of(8, 100), others, others, 90).Verdict);
        Assert.Equal("Worse", Effect.Of(Share.Of(8, 100), Share.Of(30, 100), others, others, 90).Verdict);
        Assert.Equal("TooFew", Effect.Of(Share.Of(30, 100), Share.Of(0, 19), others, others, 90).Verdict);
        Assert.Contains("同期其他单位", Effect.Of(Share.Of(30, 100), Share.Of(8, 100), others, others, 90).Sentence, StringComparison.Ordinal);
    }

    /// <summary>60 officers who answer the same 40 questions of each of five competencies; 20 of 100 answers are wrong, where it was planted 60.</summary>
    private static List<Counted> Officers(int seed, HashSet<(string?, string)>? planted = null)
    {
        var random = new Random(10_000 + seed);
        return [.. ((string[])["Terms", "Roads", "Review", "Acceptance", "Registration"]).SelectMany(competency =>
        {
            var lines = Enumerable.Range(0, 60).Select(n => ($"officer-{n}", Wrong: Enumerable.Range(0, 40).Count(_ => random.NextDouble() < (planted?.Contains(($"officer-{n}", $"answers/{competency}")) is true ? 0.6 : 0.2)))).ToList();
            return lines.Select(line => new Counted("organ", $"answers/{competency}", 40, line.Wrong, line.Item1, new(60 * 40, lines.Sum(each => each.Wrong))));
        })];
    }

    /// <summary>24 organs, about 83 cases each; every signal goes wrong in 8 of 100 cases, where it was planted in 32.</summary>
    private static List<Counted> District(int seed, HashSet<(string, string)>? planted = null)
    {
        var random = new Random(seed);
        return [.. from organ in Enumerable.Range(0, 24)
                   let cases = 60 + random.Next(47)
                   from signal in Signals.All
                   let rate = planted?.Contains(($"organ-{organ}", signal.Code)) is true ? 0.32 : 0.08
                   select new Counted($"organ-{organ}", signal.Code, cases, Enumerable.Range(0, cases).Count(_ => random.NextDouble() < rate))];
    }
}
