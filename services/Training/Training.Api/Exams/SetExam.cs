using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;
using Xinfang.Training.Api.Bank;

namespace Xinfang.Training.Api.Exams;

/// <summary>设考试: PUT /exams/{id}. Sent again it changes the draft.</summary>
internal static class SetExam
{
    public sealed record Line(
        [property: StringLength(40, ErrorMessage = "最多40个字。")] string Competency,
        [property: Range(1, 100, ErrorMessage = "题数在1到100之间。")] int Count,
        [property: Range(0.5, 100, ErrorMessage = "每题的分在0.5到100之间。")] decimal Points,
        [property: Range(1, 3, ErrorMessage = "难度是1到3。")] int? Difficulty = null,
        QuestionKind? Kind = null);

    /// <param name="Seed">With the same seed and the same bank the same papers are drawn; made up when not said.</param>
    public sealed record Request(
        [property: StringLength(100, MinimumLength = 2, ErrorMessage = "请写考试名称，2到100个字。")] string Title,
        [property: Range(5, 300, ErrorMessage = "时长在5到300分钟之间。")] int Minutes,
        [property: Range(1, 100, ErrorMessage = "及格线在1到100之间。")] int PassPercent,
        [property: Range(1, 5, ErrorMessage = "最多考5次。")] int Attempts,
        DateTimeOffset OpensAt, DateTimeOffset ClosesAt,
        [property: MinLength(1, ErrorMessage = "命题蓝图至少一行。"), MaxLength(40, ErrorMessage = "命题蓝图最多40行。"), NoNulls] IReadOnlyList<Line> Blueprint,
        [property: MaxLength(100, ErrorMessage = "单位太多。"), NoNulls] IReadOnlyList<string>? Organs = null,
        [property: StringLength(60, ErrorMessage = "最多60个字。")] string? Seed = null);

    private const int MostQuestions = 200;

    public static async Task<Results<Ok<ExamView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, TrainingDb db, LegalClock clock, CancellationToken ct)
    {
        if (id.Version != 7) return Problems.Invalid(new Dictionary<string, string[]> { ["id"] = ["编号要是第7版UUID。"] });
        if (Faults(request) is { Count: > 0 } faults) return Problems.Invalid(faults);

        var now = clock.Now().At;
        var plan = new ExamPlan(request.Title.Trim(), request.Minutes, request.PassPercent, request.Attempts, request.OpensAt.ToUniversalTime(), request.ClosesAt.ToUniversalTime(),
            [.. request.Blueprint.Select(line => new BlueprintLine(line.Competency, line.Count, line.Points, line.Difficulty, line.Kind))], [.. (request.Organs ?? []).Distinct()]);
        var exam = await db.Exams.SingleOrDefaultAsync(each => each.Id == id, ct);
        if (exam is null)
        {
            exam = new()
            {
                Id = id, Plan = plan, State = ExamState.Draft, Seed = request.Seed ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)),
                By = caller.Account, WrittenAt = now, ClosesAt = plan.ClosesAt,
            };
            db.Add(exam);
        }
        if (exam.Change(plan, now) is { } refusal) return refusal.ToProblem();
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(ExamView.Of(exam));
    }

    private static Dictionary<string, string[]> Faults(Request request)
    {
        var faults = new Dictionary<string, string[]>();
        if (request.Blueprint.Any(line => !Competencies.Knows(line.Competency))) faults["blueprint"] = ["请从名单里选能力项。"];
        else if (request.Blueprint.Any(line => line.Kind is { } kind && !Enum.IsDefined(kind))) faults["blueprint"] = ["没有这种题型。"];
        else if (request.Blueprint.Sum(line => line.Count) > MostQuestions) faults["blueprint"] = [$"一场考试最多{MostQuestions}道题。"];
        if (request.Organs?.Any(organ => Organs.Find(organ) is null) is true) faults["organs"] = ["有不认识的单位。"];
        return faults;
    }
}
