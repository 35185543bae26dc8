using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Training.Api.Bank;

/// <summary>GET /questions/{id}.</summary>
internal static class GetQuestion
{
    public static async Task<Results<Ok<QuestionView>, ProblemHttpResult>> Handle(Guid id, TrainingDb db, CancellationToken ct) =>
        await db.Questions.AsNoTracking().SingleOrDefaultAsync(question => question.Id == id, ct) is { } question
            ? TypedResults.Ok(QuestionView.Of(question))
            : Refusals.NotFound.ToProblem();
}
