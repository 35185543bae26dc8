using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Xinfang.Training.Api.Exams;
using Xinfang.Training.Api.Study;

namespace Xinfang.Training.Api.Reminding;

/// <summary>
/// Who is reminded of what: a coming session without a sign-in, an exam that is not passed, hours that the year still asks; 7 days and 1 day before, and once it is over.
/// One statement per thing, whose conflicts are passed over: however often and on however many replicas it runs, a person is reminded once of a stage.
/// </summary>
internal static class Reminders
{
    /// <summary>Days before (本区设定).</summary>
    public const int WeekBefore = 7, DayBefore = 1;

    /// <summary>Days for which what is over is still told (本区设定).</summary>
    public const int Told = 30;

    public static ReminderStage? StageOf(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        < -Told => null, < 0 => ReminderStage.Overdue, <= DayBefore => ReminderStage.Day, <= WeekBefore => ReminderStage.Week, _ => null,
    };

    /// <returns>How many reminders were new.</returns>
    public static async Task<int> WriteAsync(TrainingDb db, DateOnly today, CancellationToken ct)
    {
        var (first, last) = (At(today.AddDays(-Told)), At(today.AddDays(WeekBefore + 1)));
        var written = 0;
        foreach (var session in await db.Sessions.AsNoTracking().Where(session => !session.Cancelled && session.StartsAt >= first && session.StartsAt < last).OrderBy(session => session.Id).ToListAsync(ct))
            written += await SessionAsync(db, session, today, ct);
        foreach (var exam in await db.Exams.AsNoTracking().Where(exam => exam.State == ExamState.Open && exam.ClosesAt >= first && exam.ClosesAt < last).OrderBy(exam => exam.Id).ToListAsync(ct))
            written += await ExamAsync(db, exam, today, ct);
        foreach (var year in (int[])[today.Year, today.Year - 1])
            foreach (var obligation in Obligations.All)
                written += await HoursAsync(db, obligation, year, today, ct);
        return written;
    }

    /// <summary>Reminders whose thing has not been done yet, and was not called off.</summary>
    public static IQueryable<Reminder> OpenReminders(this TrainingDb db, DateOnly today)
    {
        var since = today.AddDays(-Told);
        return db.Reminders.Where(reminder => reminder.DueOn >= since && (
            reminder.Kind == ReminderKind.Session ? db.Sessions.Any(session => session.Id.ToString() == reminder.Reference && !session.Cancelled)
                && !db.Hours.Any(entry => entry.Account == reminder.Account && entry.Source == HourSource.Session && entry.Reference == reminder.Reference.Replace("-", ""))
            : reminder.Kind == ReminderKind.Exam ? db.Exams.Any(exam => exam.Id.ToString() == reminder.Reference && exam.State == ExamState.Open)
                && !db.Sittings.Any(sitting => sitting.ExamId.ToString() == reminder.Reference && sitting.Account == reminder.Account && (sitting.Passed == true || (sitting.HandedInAt != null && sitting.Percent == null)))
            : (db.Hours.Where(entry => entry.Account == reminder.Account && entry.Year == reminder.DueOn.Year).Sum(entry => (decimal?)entry.Hours) ?? 0)
                < (db.Trainees.Any(trainee => trainee.Account == reminder.Account && trainee.Rank == Obligations.County) ? Obligations.CountyHours : Obligations.UsualHours)));
    }

    private static Task<int> SessionAsync(TrainingDb db, Session session, DateOnly today, CancellationToken ct)
    {
        var due = Law.Moment.DateIn(session.StartsAt);
        if (StageOf(due, today) is not { } stage) return Task.FromResult(0);
        var (organs, hours) = (session.Plan.Organs.ToArray(), Ledger.ReferenceOf(session.Id));
        return db.Database.ExecuteSqlAsync($"""
            insert into reminder (account, kind, reference, stage, organ, title, due_on, reminded_on)
            select account, {nameof(ReminderKind.Session)}, {session.Id.ToString()}, {stage.ToString()}, organ, {session.Plan.Title}, {due}, {today} from trainee
            where ({organs.Length} = 0 or organ = any({organs})) and since < {session.StartsAt}
              and not exists (select from hour_entry where hour_entry.account = trainee.account and source = {nameof(HourSource.Session)} and reference = {hours})
            on conflict do nothing
            """, ct);
    }

    private static Task<int> ExamAsync(TrainingDb db, Exam exam, DateOnly today, CancellationToken ct)
    {
        var due = Law.Moment.DateIn(exam.ClosesAt);
        if (StageOf(due, today) is not { } stage) return Task.FromResult(0);
        var organs = exam.Plan.Organs.ToArray();
        return db.Database.ExecuteSqlAsync($"""
            insert into reminder (account, kind, reference, stage, organ, title, due_on, reminded_on)
            select account, {nameof(ReminderKind.Exam)}, {exam.Id.ToString()}, {stage.ToString()}, organ, {exam.Plan.Title}, {due}, {today} from trainee
            where ({organs.Length} = 0 or organ = any({organs})) and since < {exam.ClosesAt}
              and not exists (select from sitting where sitting.account = trainee.account and exam_id = {exam.Id} and (passed or (handed_in_at is not null and percent is null)))
            on conflict do nothing
            """, ct);
    }

    private static Task<int> HoursAsync(TrainingDb db, Obligation obligation, int year, DateOnly today, CancellationToken ct)
    {
        var due = new DateOnly(year, 12, 31);
        if (StageOf(due, today) is not { } stage) return Task.FromResult(0);
        return db.Database.ExecuteSqlAsync($"""
            insert into reminder (account, kind, reference, stage, organ, title, due_on, reminded_on)
            select account, {nameof(ReminderKind.Hours)}, {year.ToString(CultureInfo.InvariantCulture)}, {stage.ToString()}, organ, {$"{year}年学时"}, {due}, {today} from trainee
            where rank = {obligation.Rank} and since < {At(due.AddDays(1))}
              and coalesce((select sum(hours) from hour_entry where hour_entry.account = trainee.account and year = {year}), 0) < {obligation.Hours}
            on conflict do nothing
            """, ct);
    }

    private static DateTimeOffset At(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8)).ToUniversalTime();
}
