using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Training.Api.Exams;

/// <summary>考试: GET /exams?after=&amp;limit=, the newest first.</summary>
internal static class ListExams
{
    public static async Task<Results<Ok<Page<ExamView>>, ProblemHttpResult>> Handle(TrainingDb db, CancellationToken ct, string? after = null, int? limit = null)
    {
        if (!Cursor.TryRead<Guid?>(after, out var last)) return Cursor.Invalid();
        var size = Cursor.Limit(limit);
        var asked = last is { } id ? db.Exams.Where(exam => exam.Id < id) : db.Exams;
        var page = Page<Exam>.Of(await asked.AsNoTracking().OrderByDescending(exam => exam.Id).Take(size + 1).ToListAsync(ct), size, exam => exam.Id);
        var ids = page.Items.Select(exam => exam.Id).ToList();
        var sat = await db.Sittings.Where(sitting => ids.Contains(sitting.ExamId)).GroupBy(sitting => sitting.ExamId)
            .Select(group => new { group.Key, Sat = group.Count(), HandedIn = group.Count(sitting => sitting.HandedInAt != null), ToMark = group.Count(sitting => sitting.HandedInAt != null && sitting.Percent == null) })
            .ToDictionaryAsync(each => each.Key, ct);
        return TypedResults.Ok(new Page<ExamView>([.. page.Items.Select(exam => sat.TryGetValue(exam.Id, out var count) ? ExamView.Of(exam, count.Sat, count.HandedIn, count.ToMark) : ExamView.Of(exam))], page.Next));
    }
}
