using Microsoft.EntityFrameworkCore;

namespace Xinfang.Training.Api.Needs;

/// <summary>
/// Counts what officers answered in exams, by competency. The cases name no officer, exams do. An officer is compared with what all others answered to the very same
/// questions, so that a hard paper makes nobody weak; first attempts only, and no answer that a person marked.
/// </summary>
internal static class OfficerRates
{
    private sealed record Row(string Account, string Organ, string Competency, int Cases, int Wrong, int AllCases, int AllWrong);

    /// <param name="from">First day of the exams counted, by the day they were handed in.</param>
    public static async Task<IReadOnlyList<Counted>> CountOfficersAsync(this TrainingDb db, DateOnly from, DateOnly until, CancellationToken ct)
    {
        var (first, last) = (At(from), At(until.AddDays(1)));
        var rows = await db.Database.SqlQuery<Row>($"""
            with answer as (
                select sitting.account, sitting.organ, question.id as question, question.competency, sitting_answer.points = 0 as wrong
                from sitting join sitting_answer on sitting_id = sitting.id join question on question.id = question_id
                where attempt = 1 and percent is not null and kind <> 'Short' and handed_in_at >= {first} and handed_in_at < {last}),
            total as (select question, count(*) as cases, count(*) filter (where wrong) as wrong from answer group by question)
            select account, max(organ) as organ, competency, count(*)::int as cases, count(*) filter (where answer.wrong)::int as wrong, sum(total.cases)::int as all_cases, sum(total.wrong)::int as all_wrong
            from answer join total using (question) group by account, competency
            """).ToListAsync(ct);
        return [.. rows.Select(row => new Counted(row.Organ, Signals.OfAnswers(row.Competency), row.Cases, row.Wrong, row.Account, new(row.AllCases, row.AllWrong)))];
    }

    /// <summary>The share of an officer and that of all others in the same questions.</summary>
    public static (Share Own, Share Others) Of(IReadOnlyList<Counted> counted, string account, string signal) =>
        counted.FirstOrDefault(line => line.Account == account && line.Signal == signal) is { Among: { } all } line ? (Share.Of(line.Wrong, line.Cases), Share.Of(all.Wrong - line.Wrong, all.Cases - line.Cases)) : (Share.Of(0, 0), Share.Of(0, 0));

    private static DateTimeOffset At(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8)).ToUniversalTime();
}
