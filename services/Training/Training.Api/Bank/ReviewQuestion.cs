using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Bank;

/// <summary>审题: POST /questions/{id}/review. Somebody else than the author takes it into use, and the version before it out; or gives it back.</summary>
internal static class ReviewQuestion
{
    /// <param name="Approved">Into use; else it is retired with the reason.</param>
    public sealed record Request(bool Approved, [property: StringLength(200, ErrorMessage = "最多200个字。")] string? Reason = null);

    public static async Task<Results<Ok<QuestionView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, TrainingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.Questions.SingleOrDefaultAsync(question => question.Id == id, ct) is not { } question) return Refusals.NotFound.ToProblem();
        if (question.State is not QuestionState.Draft) return Refusals.NotDraft.ToProblem();
        if (question.By == caller.Account) return Refusals.OwnQuestion.ToProblem();
        if (!request.Approved && request.Reason is not { Length: > 1 }) return Problems.Invalid(new Dictionary<string, string[]> { ["reason"] = ["不通过要写理由。"] });

        var at = clock.Now().At;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        (question.ReviewedBy, question.ReviewedAt) = (caller.Account, at);
        if (request.Approved)
        {
            if (await db.Questions.SingleOrDefaultAsync(other => other.Series == question.Series && other.State == QuestionState.Active, ct) is { } before)
            {
                before.Retire("有了新版本", at);
                await db.SaveChangesAsync(ct); // before the new one: one question of a series is in use
            }
            question.State = QuestionState.Active;
        }
        else question.Retire(request.Reason!, at);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(QuestionView.Of(question));
    }
}
