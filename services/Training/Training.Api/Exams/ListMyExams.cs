using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Exams;

/// <summary>我的考试: GET /my/exams. What is open or will open for the caller's organ, and the caller's last results.</summary>
internal static class ListMyExams
{
    private const int Most = 100;

    /// <param name="Left">Attempts not used yet.</param>
    /// <param name="Running">The attempt to go on with.</param>
    public sealed record Row(
        Guid Id, string Title, int Minutes, int Questions, int PassPercent, DateTimeOffset OpensAt, DateTimeOffset ClosesAt, int Left, bool MayBegin, string? WhyNot, Guid? Running, IReadOnlyList<Attempt> Sittings);

    public sealed record Attempt(Guid Id, int Number, DateTimeOffset StartedAt, DateTimeOffset? HandedInAt, decimal? Percent, bool? Passed);

    public sealed record Response(IReadOnlyList<Row> Upcoming, IReadOnlyList<Row> Past);

    public static async Task<Ok<Response>> Handle(CurrentCaller caller, TrainingDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now().At;
        await db.HandInOverdueAsync(null, caller.Account, now, ct);
        db.ChangeTracker.Clear();
        var sittings = await db.Sittings.AsNoTracking().Where(sitting => sitting.Account == caller.Account).OrderByDescending(sitting => sitting.Id).Take(Most).ToListAsync(ct);
        var sat = sittings.Select(sitting => sitting.ExamId).Distinct().ToList();
        var exams = await db.Exams.AsNoTracking().Where(exam => exam.State == ExamState.Open && exam.ClosesAt > now || sat.Contains(exam.Id)).OrderBy(exam => exam.ClosesAt).Take(2 * Most).ToListAsync(ct);
        var rows = exams.Where(exam => exam.IsFor(caller.Organ) || sat.Contains(exam.Id)).Select(exam => (Exam: exam, Row: Of(exam, [.. sittings.Where(sitting => sitting.ExamId == exam.Id)], caller, now))).ToList();
        return TypedResults.Ok(new Response(
            [.. rows.Where(each => each.Exam.ClosesAt > now && each.Exam.State is ExamState.Open).Select(each => each.Row)],
            [.. rows.Where(each => each.Exam.ClosesAt <= now || each.Exam.State is not ExamState.Open).OrderByDescending(each => each.Exam.ClosesAt).Select(each => each.Row)]));
    }

    private static Row Of(Exam exam, List<Sitting> mine, CurrentCaller caller, DateTimeOffset now)
    {
        var running = mine.Find(sitting => sitting.Runs(now));
        var refused = exam.Sit(caller.Account, caller.Organ, mine, now).Refused(out var refusal, out _);
        return new(exam.Id, exam.Plan.Title, exam.Plan.Minutes, exam.Plan.Blueprint.Sum(line => line.Count), exam.Plan.PassPercent, exam.Plan.OpensAt, exam.Plan.ClosesAt,
            Math.Max(0, exam.Plan.Attempts - mine.Count), running is null && !refused, running is null ? refusal?.Message : null, running?.Id,
            [.. mine.OrderBy(sitting => sitting.Attempt).Select(sitting => new Attempt(sitting.Id, sitting.Attempt, sitting.StartedAt, sitting.HandedInAt, sitting.Percent, sitting.Passed))]);
    }
}
