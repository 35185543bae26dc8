using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Bank;

/// <summary>写一道题: PUT /questions/{id}. A draft until a second person has looked; sent again it changes the draft. With <c>Replaces</c> it is the next version of a series.</summary>
internal static class WriteQuestion
{
    /// <param name="Options">选项, 2 to 8; the steps in their right order. None for dates and short answers.</param>
    /// <param name="Right">Which of them, from 0; not said for an order.</param>
    /// <param name="Replaces">The question in use that this one shall replace.</param>
    public sealed record Request(
        QuestionKind Kind, [property: Range(1, 3, ErrorMessage = "难度是1到3。")] int Difficulty,
        [property: StringLength(40, ErrorMessage = "最多40个字。")] string Competency,
        [property: StringLength(100, MinimumLength = 2, ErrorMessage = "请写依据，2到100个字。")] string Basis,
        [property: StringLength(600, MinimumLength = 4, ErrorMessage = "请写题目，4到600个字。")] string Stem,
        [property: StringLength(1000, ErrorMessage = "最多1000个字。")] string Explanation,
        [property: MaxLength(8, ErrorMessage = "最多8个选项。"), NoNulls] IReadOnlyList<string>? Options = null,
        [property: MaxLength(8, ErrorMessage = "最多8个。")] IReadOnlyList<int>? Right = null,
        DateOnly? Day = null,
        [property: StringLength(1000, ErrorMessage = "最多1000个字。")] string? Model = null,
        Guid? Replaces = null);

    public static async Task<Results<Ok<QuestionView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, TrainingDb db, LegalClock clock, CancellationToken ct)
    {
        if (id.Version != 7) return Problems.Invalid(new Dictionary<string, string[]> { ["id"] = ["编号要是第7版UUID。"] });
        if (Faults(request) is { Count: > 0 } faults) return Problems.Invalid(faults);

        var known = await db.Questions.SingleOrDefaultAsync(question => question.Id == id, ct);
        if (known is { State: not QuestionState.Draft }) return Refusals.NotDraft.ToProblem();
        var content = ContentOf(request);
        var digest = Question.DigestOf(request.Kind, request.Difficulty, request.Competency, request.Basis.Trim(), content);
        var at = clock.Now().At;
        if (known is null)
        {
            var (series, version) = ($"hand/{id:N}", 1);
            if (request.Replaces is { } earlier)
            {
                if (await db.Questions.AsNoTracking().SingleOrDefaultAsync(question => question.Id == earlier, ct) is not { } replaced) return Refusals.NotFound.ToProblem();
                if (replaced.Generated) return Refusals.FromLaw.ToProblem();
                (series, version) = (replaced.Series, await db.Questions.Where(question => question.Series == replaced.Series).MaxAsync(question => question.Version, ct) + 1);
            }
            known = new() { Id = id, Series = series, Version = version, Generated = false, Kind = request.Kind, Difficulty = request.Difficulty, Competency = request.Competency, Basis = request.Basis.Trim(), Content = content, Digest = digest, State = QuestionState.Draft, By = caller.Account, WrittenAt = at };
            db.Add(known);
        }
        else (known.Kind, known.Difficulty, known.Competency, known.Basis, known.Content, known.Digest, known.By, known.WrittenAt) =
            (request.Kind, request.Difficulty, request.Competency, request.Basis.Trim(), content, digest, caller.Account, at);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(QuestionView.Of(known));
    }

    private static QuestionContent ContentOf(Request request)
    {
        List<string> options = request.Kind is QuestionKind.TrueFalse ? ["对", "错"] : [.. (request.Options ?? []).Select(option => option.Trim())];
        List<int> right = request.Kind is QuestionKind.Order ? [.. Enumerable.Range(0, options.Count)] : [.. (request.Right ?? []).Distinct().Order()];
        return request.Kind switch
        {
            QuestionKind.Date => new(request.Stem.Trim(), [], [], request.Explanation.Trim(), request.Day),
            QuestionKind.Short => new(request.Stem.Trim(), [], [], request.Explanation.Trim(), Model: request.Model?.Trim()),
            _ => new(request.Stem.Trim(), options, right, request.Explanation.Trim()),
        };
    }

    private static Dictionary<string, string[]> Faults(Request request)
    {
        var faults = new Dictionary<string, string[]>();
        if (!Enum.IsDefined(request.Kind)) faults["kind"] = ["没有这种题型。"];
        if (!Competencies.Knows(request.Competency)) faults["competency"] = ["请从名单里选能力项。"];
        var options = request.Options ?? [];
        var right = request.Right ?? [];
        if (request.Kind is QuestionKind.Single or QuestionKind.Multiple or QuestionKind.Order)
        {
            if (options.Count < 2 || options.Any(option => option.Trim().Length is 0 or > 200)) faults["options"] = ["请写2到8个选项，每个1到200个字。"];
            else if (options.Select(option => option.Trim()).Distinct(StringComparer.Ordinal).Count() != options.Count) faults["options"] = ["选项不能相同。"];
        }
        if (request.Kind is QuestionKind.Single or QuestionKind.Multiple or QuestionKind.TrueFalse)
        {
            var many = request.Kind is QuestionKind.TrueFalse ? 2 : options.Count;
            if (right.Any(at => at < 0 || at >= many)) faults["right"] = ["正确答案要在选项里。"];
            else if (request.Kind is QuestionKind.Multiple ? right.Distinct().Count() < 2 : right.Distinct().Count() != 1)
                faults["right"] = [request.Kind is QuestionKind.Multiple ? "多选题至少有两个正确答案。" : "只能有一个正确答案。"];
        }
        if (request.Kind is QuestionKind.Date && request.Day is null) faults["day"] = ["请写正确的日期。"];
        if (request.Kind is QuestionKind.Short && request.Model is not { Length: > 0 }) faults["model"] = ["请写参考答案和给分点。"];
        return faults;
    }
}
