using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.Outreach.Api.Library;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Outreach.Api.Quizzes;

/// <summary>The questions without their answers: GET /texts/{name}/quiz?session=</summary>
internal static class ReadQuiz
{
    public sealed record Asked(string Text, IReadOnlyList<string> Options);

    /// <param name="Place">Of the session; null on the web.</param>
    public sealed record Response(string Slug, string Title, int Version, string? Place, IReadOnlyList<Asked> Questions);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(string name, OutreachDb db, LegalClock clock, CancellationToken ct, string? session = null)
    {
        var today = clock.Now().Date;
        if (await db.ShownAsync(name, today, ct) is not var (material, version) || version.Content.Questions is not { Count: > 0 } questions) return QuizProblems.NoQuiz();
        var place = session is { Length: > 0 } ? await db.Set<QuizSession>().AsNoTracking().SingleOrDefaultAsync(each => each.Code == session && each.MaterialId == material.Id, ct) : null;
        if (session is { Length: > 0 } && (place is null || today < place.From || today > place.Until)) return QuizProblems.SessionClosed();
        return TypedResults.Ok(new Response(material.Slug, version.Content.Title!, version.Number, place?.Place, [.. questions.Select(question => new Asked(question.Text!, question.Options!))]));
    }
}

internal static class QuizProblems
{
    public static ProblemHttpResult NoQuiz() => Problems.Of("quiz.not-found", "这里没有小测验，可能已经撤下。", StatusCodes.Status404NotFound);

    public static ProblemHttpResult SessionClosed() => Problems.Of("quiz.session-closed", "这一场的小测验没有开，或者已经结束。", StatusCodes.Status404NotFound);
}
