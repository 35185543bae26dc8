using Microsoft.EntityFrameworkCore;
using Xinfang.Training.Api.Bank;

namespace Xinfang.Training.Api.Exams;

/// <summary>收卷: hands in, and marks what a program can mark.</summary>
internal static class Settling
{
    private const int Batch = 200;

    /// <summary>Hands in the sitting under its lock, so that no answer slips in beside it. Done already, it changes nothing.</summary>
    public static async Task HandInAsync(this TrainingDb db, Guid sitting, DateTimeOffset now, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // An answer being written holds the row for share until it is committed.
        if (await db.Sittings.FromSql($"select *, xmin from sitting where id = {sitting} for update").ToListAsync(ct) is not [{ HandedInAt: null } found]) return;
        var answers = await db.Answers.Where(answer => answer.SittingId == sitting).ToListAsync(ct);
        var ids = found.Sheet.Items.Select(item => item.Question).ToList();
        var questions = await db.Questions.AsNoTracking().Where(question => ids.Contains(question.Id)).ToDictionaryAsync(question => question.Id, ct);
        var exam = await db.Exams.AsNoTracking().SingleAsync(each => each.Id == found.ExamId, ct);
        db.AddRange(found.HandIn(answers, questions, exam.Plan.PassPercent, now));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Hands in what ran out of time, of one exam or of one person.</summary>
    public static async Task HandInOverdueAsync(this TrainingDb db, Guid? exam, string? account, DateTimeOffset now, CancellationToken ct)
    {
        while (true)
        {
            var overdue = await db.Sittings.AsNoTracking().Where(sitting => sitting.HandedInAt == null && sitting.EndsAt <= now
                && (exam == null || sitting.ExamId == exam) && (account == null || sitting.Account == account)).OrderBy(sitting => sitting.EndsAt).Select(sitting => sitting.Id).Take(Batch).ToListAsync(ct);
            foreach (var id in overdue) await db.HandInAsync(id, now, ct);
            if (overdue.Count < Batch) return;
        }
    }
}
