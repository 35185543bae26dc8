using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Training.Api.Bank;

/// <summary>题库: GET /questions?state=&amp;competency=&amp;kind=&amp;after=&amp;limit=, the newest first.</summary>
internal static class ListQuestions
{
    public static async Task<Results<Ok<Page<QuestionView>>, ProblemHttpResult>> Handle(
        TrainingDb db, CancellationToken ct, QuestionState? state = null, string? competency = null, QuestionKind? kind = null, string? after = null, int? limit = null)
    {
        if (!Cursor.TryRead<Guid?>(after, out var last)) return Cursor.Invalid();
        if (competency is not null && !Competencies.Knows(competency)) return Problems.Invalid(new Dictionary<string, string[]> { ["competency"] = ["没有这个能力项。"] });
        var size = Cursor.Limit(limit);
        var asked = db.Questions.AsNoTracking();
        if (state is not null) asked = asked.Where(question => question.State == state);
        if (competency is not null) asked = asked.Where(question => question.Competency == competency);
        if (kind is not null) asked = asked.Where(question => question.Kind == kind);
        if (last is { } id) asked = asked.Where(question => question.Id < id);
        var rows = await asked.OrderByDescending(question => question.Id).Take(size + 1).ToListAsync(ct);
        var page = Page<Question>.Of(rows, size, question => question.Id);
        return TypedResults.Ok(new Page<QuestionView>([.. page.Items.Select(QuestionView.Of)], page.Next));
    }
}
