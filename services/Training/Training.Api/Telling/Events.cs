using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Xinfang.Contracts.Training.V1;
using Xinfang.Law;
using Xinfang.Training.Api.Exams;
using Xinfang.Training.Api.Study;

namespace Xinfang.Training.Api.Telling;

/// <summary>
/// Tells the other services what came about by the passing of time: courses that were held, exams that have closed, years whose hours were not met. The mark and the
/// event are written in one transaction; a replica that comes second waits for the mark and finds it. Groups of fewer than five people are not told: a count of them names somebody.
/// </summary>
internal static class Events
{
    /// <summary>Fewer people are not told of (本区设定).</summary>
    public const int Least = 5;

    private const int Days = 60; // what ended longer ago is news no more

    /// <returns>How many events were written.</returns>
    public static async Task<int> TellAsync(TrainingDb db, Moment now, CancellationToken ct)
    {
        var (told, since) = (0, now.At.AddDays(-Days));
        foreach (var session in await db.Sessions.AsNoTracking().Where(session => !session.Cancelled && session.StartsAt > since && session.StartsAt < now.At && !db.Told.Any(each => each.What == nameof(CourseHeld) && each.Reference == session.Id.ToString())).ToListAsync(ct))
            if (session.Plan.EndsAt < now.At) told += await OnceAsync(db, nameof(CourseHeld), session.Id.ToString(), () => CourseAsync(db, session, ct), ct);
        foreach (var exam in await db.Exams.AsNoTracking().Where(exam => exam.State == ExamState.Open && exam.ClosesAt > since && exam.ClosesAt < now.At && !db.Told.Any(each => each.What == nameof(ExamPassed) && each.Reference == exam.Id.ToString())).ToListAsync(ct))
        {
            await db.HandInOverdueAsync(exam.Id, null, now.At, ct);
            db.ChangeTracker.Clear();
            if (await db.Sittings.AnyAsync(sitting => sitting.ExamId == exam.Id && sitting.Percent == null, ct)) continue; // somebody still has to mark
            told += await OnceAsync(db, nameof(ExamPassed), exam.Id.ToString(), () => ExamAsync(db, exam, ct), ct);
        }
        if (now.Date.DayOfYear <= Days) told += await OnceAsync(db, nameof(ObligationOverdue), (now.Date.Year - 1).ToString(CultureInfo.InvariantCulture), () => HoursAsync(db, now, ct), ct);
        return told;
    }

    private static async Task<int> OnceAsync(TrainingDb db, string what, string reference, Func<Task<int>> publish, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Database.ExecuteSqlAsync($"insert into told (what, reference) values ({what}, {reference}) on conflict do nothing", ct) == 0) return 0;
        var published = await publish();
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        if (published > 0) db.Announce();
        db.ChangeTracker.Clear();
        return published;
    }

    private static async Task<int> CourseAsync(TrainingDb db, Session session, CancellationToken ct)
    {
        var (plan, reference) = (session.Plan, Ledger.ReferenceOf(session.Id));
        var organs = await db.Hours.Where(entry => entry.Source == HourSource.Session && entry.Reference == reference).GroupBy(entry => entry.Organ).Select(group => group.Count()).ToListAsync(ct);
        if (organs.Count == 0) return 0; // planned, and nobody came
        db.Publish(session.Id, new CourseHeld
        {
            SessionId = session.Id, Mode = plan.Mode.ToString(), Form = plan.Form.ToString(), Topic = plan.Topic, HourTenths = (int)(10 * plan.Hours), HeldOn = Moment.DateIn(plan.StartsAt), Attendance = organs.Sum(), Organs = organs.Count, EndedAt = plan.EndsAt,
        });
        return 1;
    }

    private static async Task<int> ExamAsync(TrainingDb db, Exam exam, CancellationToken ct)
    {
        var people = await db.Sittings.Where(sitting => sitting.ExamId == exam.Id).GroupBy(sitting => new { sitting.Organ, sitting.Account }).Select(group => new { group.Key.Organ, Passed = group.Any(sitting => sitting.Passed == true) }).ToListAsync(ct);
        var organs = people.GroupBy(each => each.Organ).Where(group => group.Count() >= Least).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        foreach (var organ in organs) db.Publish(exam.Id, new ExamPassed { ExamId = exam.Id, Organ = organ.Key, People = organ.Count(), Passed = organ.Count(each => each.Passed), ClosedAt = exam.ClosesAt });
        return organs.Count;
    }

    private static async Task<int> HoursAsync(TrainingDb db, Moment now, CancellationToken ct)
    {
        var (year, begins) = (now.Date.Year - 1, new DateTimeOffset(now.Date.Year, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)).ToUniversalTime());
        var people = await db.Trainees.Where(trainee => trainee.Since < begins).Select(trainee => new { trainee.Organ, trainee.Rank, Hours = db.Hours.Where(entry => entry.Account == trainee.Account && entry.Year == year).Sum(entry => (decimal?)entry.Hours) ?? 0 }).ToListAsync(ct);
        var overdue = people.GroupBy(each => each.Organ).Select(group => (Organ: group.Key, People: group.Count(), Overdue: group.Count(each => each.Hours < Obligations.Of(each.Rank).Hours)))
            .Where(each => each.People >= Least && each.Overdue > 0).OrderBy(each => each.Organ, StringComparer.Ordinal).ToList();
        foreach (var (each, id) in overdue.Select(each => (each, Guid.CreateVersion7()))) db.Publish(id, new ObligationOverdue { FindingId = id, Organ = each.Organ, Year = year, People = each.People, Overdue = each.Overdue, CountedAt = now.At });
        return overdue.Count;
    }
}
