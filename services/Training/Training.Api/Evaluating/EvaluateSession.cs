using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;
using Xinfang.Training.Api.Study;

namespace Xinfang.Training.Api.Evaluating;

/// <summary>评价培训: POST /sessions/{id}/evaluation, once by whoever signed in. The scores enter the sums and nothing else.</summary>
internal static class EvaluateSession
{
    public sealed record Request(
        [property: Range(Evaluation.Lowest, Evaluation.Highest, ErrorMessage = "请选1到5分。")] int Useful,
        [property: Range(Evaluation.Lowest, Evaluation.Highest, ErrorMessage = "请选1到5分。")] int Clear,
        [property: Range(Evaluation.Lowest, Evaluation.Highest, ErrorMessage = "请选1到5分。")] int Fitting);

    public sealed record Response(Guid Session, string Title);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, TrainingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.Sessions.AsNoTracking().SingleOrDefaultAsync(session => session.Id == id, ct) is not { } session || !session.IsFor(caller.Organ)) return Refusals.NotFound.ToProblem();
        var reference = Ledger.ReferenceOf(id);
        if (!await db.Hours.AnyAsync(entry => entry.Account == caller.Account && entry.Source == HourSource.Session && entry.Reference == reference, ct)) return EvaluationRefusals.NotAttended.ToProblem();
        if (Evaluation.Refuses(session, clock.Now().At) is { } refusal) return refusal.ToProblem();

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Database.ExecuteSqlAsync($"insert into evaluated (session_id, account) values ({id}, {caller.Account}) on conflict do nothing", ct) == 0) return EvaluationRefusals.Done.ToProblem();
        foreach (var (question, score) in ((EvaluationQuestion, int)[])[(EvaluationQuestion.Useful, request.Useful), (EvaluationQuestion.Clear, request.Clear), (EvaluationQuestion.Fitting, request.Fitting)])
            await db.Database.ExecuteSqlAsync($"""
                insert into evaluation_count (session_id, question, score, count) values ({id}, {question.ToString()}, {score}, 1)
                on conflict (session_id, question, score) do update set count = evaluation_count.count + 1
                """, ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(id, session.Plan.Title));
    }
}
