using System.Text;
using Xinfang.Law;
using Xinfang.Testing;
using Xinfang.Training.Api.Bank;
using Xinfang.Training.Api.Bank.Generated;

namespace Xinfang.Training.Tests.Bank;

public class QuestionsFromTheLaw
{
    private static readonly LawData Today = new(Terms.Default, LegalCalendar.Default, new(2026, 4, 17));

    public static TheoryData<string> Rules => [.. LawQuestions.Of(Today).Select(question => question.Rule)];

    [Theory, Rule("A-64")]
    [MemberData(nameof(Rules))]
    public void Every_question_has_exactly_one_right_answer_by_the_law_engine(string rule)
    {
        var question = LawQuestions.Of(Today).Single(each => each.Rule == rule);
        var options = Enumerable.Range(0, question.Content.Options.Count).ToList();

        Assert.Equal(question.Content.Options.Count, question.Content.Options.Distinct().Count());
        Assert.False(string.IsNullOrWhiteSpace(question.Content.Explanation));
        switch (question.Kind)
        {
            case QuestionKind.Single or QuestionKind.TrueFalse:
                Assert.Equal(question.Content.Right, [Assert.Single(options, at => question.Holds!(at))]);
                break;
            case QuestionKind.Multiple:
                Assert.Equal(question.Content.Right, options.Where(question.Holds!));
                break;
            case QuestionKind.Date:
                var around = Enumerable.Range(-120, 241).Select(days => question.Content.Day!.Value.AddDays(days));
                Assert.Equal(question.Content.Day, Assert.Single(around, day => question.IsTheDay!(day)));
                break;
            default:
                // Each step comes later than the one before it; no two orders do.
                var places = question.Content.Options.Select(step => Calculator.All.ToList().FindIndex(each => each.Term.Name == step)).ToList();
                Assert.DoesNotContain(-1, places);
                Assert.Equal(places.Order(), places);
                break;
        }
    }

    [Fact]
    public void They_ask_of_terms_dates_roads_the_routing_table_bodies_and_steps_in_all_kinds_but_the_short_answer()
    {
        var questions = LawQuestions.Of(Today);
        Assert.All((string[])["term/", "road/", "routing/", "body/", "way/"], source => Assert.Contains(questions, question => question.Rule.StartsWith(source, StringComparison.Ordinal)));
        Assert.Equal([QuestionKind.Single, QuestionKind.Multiple, QuestionKind.TrueFalse, QuestionKind.Date, QuestionKind.Order], questions.Select(question => question.Kind).Distinct().Order());
        Assert.True(questions.Count > 150, $"{questions.Count} questions");
        Assert.Equal(questions.Count, questions.Select(question => question.Rule).Distinct().Count());
        // A true-or-false paper on which everything is true teaches to tick.
        Assert.InRange(questions.Where(question => question.Kind is QuestionKind.TrueFalse).Average(question => question.Content.Right[0]), 0.3, 0.7);
    }

    [Theory] // domain.md §5.3, worked by hand
    [InlineData("forwarding", "2025-09-16", "2025-10-09")]
    [InlineData("completion", "2024-12-17", "2025-02-17")]
    [InlineData("contest", "2026-02-09", "2026-02-14")]
    [InlineData("simple-complete", "2025-01-20", "2025-02-08")]
    public void A_date_question_takes_the_day_that_was_worked_by_hand(string term, string from, string due)
    {
        var counted = LegalCalendar.Default.Due(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), Terms.Default.InForce(term, new(2026, 1, 1)), "收到");
        Assert.Equal(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), counted.DueOn);
    }

    [Fact]
    public void The_same_data_make_the_same_questions_on_another_day()
    {
        var later = LawQuestions.Of(Today with { Today = new(2026, 9, 1) });
        Assert.Equal(LawQuestions.Of(Today).Select(question => (question.Rule, question.Digest)), later.Select(question => (question.Rule, question.Digest)));
    }

    [Fact]
    public void A_changed_term_retires_its_questions_and_issues_them_anew_and_no_others()
    {
        var changed = new TermTable(Terms.Default.All.Select(term => term.Code == Terms.Forwarding.Code ? term with { Days = 10 } : term));
        var plan = Reissue.Plan(InUse(), LawQuestions.Of(Today with { Terms = changed }));

        Assert.Contains("term/forwarding/length", plan.Retire.Select(each => each.Series));
        Assert.Contains(plan.Retire, each => each.Series.StartsWith("term/forwarding/last-day/2026", StringComparison.Ordinal));
        Assert.All(plan.Retire, each => Assert.Equal(Reissue.Changed, each.Because));
        Assert.Equal(plan.Retire.Select(each => each.Series), plan.Issue.Select(each => each.Rule));
        Assert.Contains("10日", plan.Issue.Single(each => each.Rule == "term/forwarding/length").Content is var content ? content.Options[content.Right[0]] : "");
        // Of other terms only those whose wrong options named the changed length.
        Assert.DoesNotContain(plan.Retire, each => each.Series.Contains("/last-day/", StringComparison.Ordinal) && !each.Series.StartsWith("term/forwarding/", StringComparison.Ordinal));
    }

    [Fact]
    public void A_corrected_calendar_moves_only_questions_with_dates()
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("""{"year":2026,"days":[{"name":"元旦","date":"2026-01-01","isOffDay":true},{"name":"试验","date":"2026-03-17","isOffDay":true}]}"""));
        var plan = Reissue.Plan(InUse(), LawQuestions.Of(Today with { Calendar = LegalCalendar.Default.With([file]) }));

        Assert.NotEmpty(plan.Retire);
        Assert.All(plan.Retire, each => Assert.Matches("^term/.*/(last-day|in-time)/2026", each.Series));
    }

    [Fact]
    public void A_term_that_is_no_longer_the_law_is_asked_no_more()
    {
        var without = new TermTable(Terms.Default.All.Where(term => term.Code != Terms.CallBack.Code));
        var plan = Reissue.Plan(InUse(), LawQuestions.Of(Today with { Terms = without }));
        Assert.Contains(("term/call-back/length", Reissue.Gone), plan.Retire);
        Assert.DoesNotContain(plan.Issue, each => each.Rule.StartsWith("term/call-back/", StringComparison.Ordinal));
    }

    private static Dictionary<string, string> InUse() => LawQuestions.Of(Today).ToDictionary(question => question.Rule, question => question.Digest);
}
