using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Exams;

/// <summary>评简答题: PUT /sittings/{id}/marks/{number}. The same mark again changes nothing.</summary>
internal static class MarkAnswer
{
    public sealed record Request([property: Range(0, 100, ErrorMessage = "得分在0到100之间。")] decimal Points);

    public sealed record Response(Guid Sitting, int Number, decimal Points, decimal? Percent, bool? Passed);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, int number, Request request, CurrentCaller caller, TrainingDb db, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Two people mark two answers of one sitting at once: the second counts the first one's points, too.
        if (await db.Sittings.FromSql($"select *, xmin from sitting where id = {id} for update").ToListAsync(ct) is not [{ } sitting]) return Refusals.NotFound.ToProblem();
        if (sitting.HandedInAt is null) return Refusals.NotHandedIn.ToProblem();
        var answers = await db.Answers.Where(answer => answer.SittingId == id).ToListAsync(ct);
        if (answers.Find(answer => answer.Number == number) is not { } answer) return Refusals.NotFound.ToProblem();
        var (item, exam) = (sitting.Sheet.Items[number - 1], await db.Exams.AsNoTracking().SingleAsync(each => each.Id == sitting.ExamId, ct));
        if (answer.MarkedBy is null && answer.Points is not null) return Refusals.NotShort.ToProblem();
        if (answer.Points is not null && answer.Points != request.Points) return Refusals.MarkedMeanwhile.ToProblem();
        if (request.Points > item.Points) return Refusals.TooManyPoints(item.Points).ToProblem();
        if (sitting.Account == caller.Account) return Refusals.OwnExam.ToProblem();

        (answer.Points, answer.MarkedBy) = (request.Points, caller.Account);
        sitting.Count(answers, exam.Plan.PassPercent);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(id, number, request.Points, sitting.Percent, sitting.Passed));
    }
}
