using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Training.Api.Bank;

/// <summary>停用: POST /questions/{id}/retirement. Exams that were opened with it keep it.</summary>
internal static class RetireQuestion
{
    public sealed record Request([property: StringLength(200, MinimumLength = 2, ErrorMessage = "请写理由，2到200个字。")] string Reason);

    public static async Task<Results<Ok<QuestionView>, ProblemHttpResult>> Handle(Guid id, Request request, TrainingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.Questions.SingleOrDefaultAsync(question => question.Id == id, ct) is not { } question) return Refusals.NotFound.ToProblem();
        if (question.Generated) return Refusals.FromLaw.ToProblem();
        if (question.State is not QuestionState.Active) return Refusals.NotActive.ToProblem();
        question.Retire(request.Reason, clock.Now().At);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(QuestionView.Of(question));
    }
}
