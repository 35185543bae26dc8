using Xinfang.Law;
using Xinfang.Testing;
using Xinfang.Training.Api.Drills;

namespace Xinfang.Training.Tests.Drills;

/// <summary>What is right is the engine's word. The cases are made up; nobody in them exists.</summary>
public class JudgingDrills
{
    private const int Rounds = 8;

    public static TheoryData<string, int> Situations
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var script in DrillScripts.All)
                for (var round = 0; round < Rounds; round++) data.Add(script.Code, round);
            return data;
        }
    }

    [Theory, Rule("S-73")]
    [MemberData(nameof(Situations))]
    public void Every_situation_can_be_solved_on_the_last_day_of_every_term_and_a_day_later_it_is_late(string script, int round)
    {
        var drill = Make(script, round);
        var steps = Model(drill);
        var solved = Judge(drill, steps);
        Assert.All(solved.Lines, line => Assert.Equal(DrillVerdict.Right, line.Verdict));
        Assert.Equal(100, solved.Percent);
        Assert.All(solved.Lines, line => Assert.Contains("第", line.Basis, StringComparison.Ordinal));

        foreach (var (line, at) in solved.Lines.Select((line, at) => (line, at)).Where(each => each.line.Latest is not null))
        {
            var late = steps.Take(at).Append(steps[at] with { On = line.Latest!.Value.AddDays(1) }).ToList();
            Assert.Equal(DrillVerdict.Late, Judge(drill, late).Lines[at].Verdict);
        }
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public void Whatever_is_done_every_step_is_judged_once_and_doing_everything_is_no_way_to_pass(string script, int round)
    {
        var drill = Make(script, round);
        var everything = DrillMoves.For(drill).Select(move => new DrillStep(move.Code, drill.Begins)).ToList();
        var result = Judge(drill, everything);
        Assert.Equal(everything.Count, result.Lines.Count(line => line.On is not null));
        Assert.True(result.Percent < DrillResult.PassPercent);
        var nothing = Judge(drill, []);
        Assert.Equal(0, nothing.Percent);
        Assert.All(nothing.Lines, line => Assert.Equal(DrillVerdict.Missing, line.Verdict));
        Assert.Equal(result.Lines, Judge(drill, everything).Lines);
    }

    [Fact]
    public void Who_handles_what_belongs_to_another_organ_is_told_that_nothing_of_it_was_needed()
    {
        var drill = Make("stalls-at-school");
        var (from, due) = (drill.ReceivedOn, LegalCalendar.Default.Due(drill.ReceivedOn, Terms.Contest, "收到").DueOn);
        var handled = Judge(drill, [new("Claim", from), new("Accept", from), new("Opinion:Letter", from)]);
        Assert.Equal([DrillVerdict.Right, DrillVerdict.Missing, DrillVerdict.Unneeded, DrillVerdict.Unneeded], handled.Lines.Select(line => line.Verdict));
        Assert.Contains("不能受理", handled.Lines[2].Sentence, StringComparison.Ordinal);
        Assert.Equal(DrillVerdict.Wrong, Judge(drill, [new("Claim", from), new("Contest:120104003", due)]).Lines[1].Verdict); // the third organ is no better
        Assert.True(due.DayNumber - from.DayNumber > 8); // five working days with a holiday among them
    }

    [Fact]
    public void Six_visitors_send_five_at_most()
    {
        var drill = Make("lift-visit");
        List<DrillStep> rest = [new("Register", drill.ReceivedOn), new("Route:Forward:120104-zjw", drill.ReceivedOn)];
        var left = Judge(drill, rest);
        Assert.Equal((DrillVerdict.Missing, PetitionRegulations.Representatives.ToString()), (left.Lines[0].Verdict, left.Lines[0].Basis));
        Assert.Equal(DrillVerdict.Wrong, Judge(drill, [new("Representatives:Everybody", drill.ReceivedOn), .. rest]).Lines[0].Verdict);
        Assert.Equal(100, Judge(drill, [new("Representatives:Few", drill.ReceivedOn), .. rest]).Percent);
    }

    [Fact]
    public void A_last_day_on_a_holiday_moves_to_the_next_working_day()
    {
        var drill = Make("before-the-holiday");
        var due = LegalCalendar.Default.Due(drill.ReceivedOn, Terms.Notice, "收到");
        Assert.NotNull(LegalCalendar.Default.HolidayOn(due.StrictDueOn));
        Assert.Equal(DrillVerdict.Right, Accepted(drill, due.DueOn));
        Assert.Equal(DrillVerdict.Late, Accepted(drill, due.DueOn.AddDays(1)));
    }

    [Fact]
    public void An_extension_asked_on_the_day_to_which_the_term_rolls_is_too_late_and_so_is_then_the_opinion()
    {
        var drill = Make("cracked-wall");
        var due = LegalCalendar.Default.Due(drill.AcceptedOn!.Value, Terms.Completion, "受理");
        Assert.True(due.Rolled);
        List<DrillStep> Asking(DateOnly on, string days) => [new("Hear", drill.Begins), new("Investigate", drill.Begins), new($"Extend:{days}", on), new("Opinion:Letter", drill.EvidenceOn!.Value), new("Serve:Receipt", drill.EvidenceOn.Value)];
        Assert.Equal(100, Judge(drill, Asking(due.StrictDueOn, "30")).Percent);
        var late = Judge(drill, Asking(due.DueOn, "30"));
        Assert.Equal([DrillVerdict.Late, DrillVerdict.Late], late.Lines.Skip(2).Take(2).Select(line => line.Verdict));
        Assert.Equal(DrillVerdict.Wrong, Judge(drill, Asking(due.StrictDueOn, "60")).Lines[2].Verdict);
        var hasty = Judge(drill, [new("Hear", drill.Begins), new("Investigate", drill.Begins), new("Extend:30", due.StrictDueOn), new("Opinion:Letter", due.StrictDueOn)]);
        Assert.Contains("鉴定意见还没有出来", hasty.Lines[3].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_accusation_never_goes_to_the_organ_it_accuses()
    {
        var drill = Make("letter-on-an-official");
        var line = Judge(drill, [new("Register", drill.ReceivedOn), new("Route:Forward:120104-cgw", drill.ReceivedOn)]).Lines[1];
        Assert.Equal(DrillVerdict.Wrong, line.Verdict);
        Assert.Contains(PetitionRegulations.Accusation.ToString(), line.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_review_asked_on_the_rolled_day_is_taken_and_a_working_day_later_it_is_not()
    {
        Assert.Contains(Judge(Make("asking-for-review", 0), []).Lines, line => line.Model == "ReviewOpinion:Letter");
        Assert.Equal("RefuseReview", Assert.Single(Judge(Make("asking-for-review", 1), []).Lines).Model);
    }

    [Fact]
    public void An_answer_by_word_of_mouth_closes_nothing_and_a_telephone_serves_nothing()
    {
        var drill = Make("leaking-roof");
        List<DrillStep> steps = [.. Model(drill).Select(step => step.Move switch { "Opinion:Letter" => step with { Move = "Opinion:Oral" }, "Serve:Receipt" => step with { Move = "Serve:Phone" }, _ => step })];
        Assert.Equal([DrillVerdict.Wrong, DrillVerdict.Wrong], Judge(drill, steps).Lines.TakeLast(2).Select(line => line.Verdict));
        var shuffled = Model(drill);
        shuffled.Reverse();
        Assert.Contains(Judge(drill, shuffled).Lines, line => line.Verdict is DrillVerdict.Wrong && line.Sentence.StartsWith("顺序反了", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_law_makes_another_verdict()
    {
        var drill = Make("leaking-roof");
        var shorter = new TermTable(Terms.Default.All.Select(term => term.Code == Terms.Notice.Code ? term with { Days = 5 } : term));
        var result = DrillJudge.Judge(drill, Model(drill), LegalCalendar.Default, shorter);
        Assert.Equal(DrillVerdict.Late, result.Lines[1].Verdict);
    }

    private static DrillVerdict Accepted(DrillCase drill, DateOnly on) => Judge(drill, [new("Claim", drill.ReceivedOn), new("Accept", on)]).Lines[1].Verdict;

    private static DrillCase Make(string script, int round = 0) =>
        DrillScripts.Find(script)!.Make(new(LegalCalendar.Default, Terms.Default, round)) ?? throw new InvalidOperationException($"{script} finds no day in the calendar.");

    private static DrillResult Judge(DrillCase drill, IReadOnlyList<DrillStep> steps) => DrillJudge.Judge(drill, steps, LegalCalendar.Default, Terms.Default);

    /// <summary>Does what is asked next, as late as it may be done.</summary>
    private static List<DrillStep> Model(DrillCase drill)
    {
        List<DrillStep> steps = [];
        while (Judge(drill, steps).Lines.FirstOrDefault(line => line.Verdict is DrillVerdict.Missing) is { } next)
            steps.Add(new(next.Model!, next.Latest ?? (steps.Count == 0 ? drill.Begins : steps[^1].On)));
        return steps;
    }
}
