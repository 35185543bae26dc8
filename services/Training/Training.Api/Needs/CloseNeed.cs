using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Contracts.Training.V1;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Training.Api.Needs;

/// <summary>结束: POST /needs/{id}/closing, with what came of it in a person's words.</summary>
internal static class CloseNeed
{
    public sealed record Request([property: StringLength(500, MinimumLength = 2, ErrorMessage = "请写结果，2到500个字。")] string Result);

    public static async Task<Results<Ok<NeedView>, ProblemHttpResult>> Handle(Guid id, Request request, TrainingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.Needs.SingleOrDefaultAsync(need => need.Id == id, ct) is not { } need) return Refusals.NotFound.ToProblem();
        if (need.Close(request.Result.Trim()) is { } refusal) return refusal.ToProblem();
        if (need is { Account: null, Decision.Means: NeedMeans.Coaching })
        {
            var visits = await db.Coaching.Where(entry => entry.NeedId == id).Select(entry => entry.Hours).ToListAsync(ct);
            db.Publish(id, new CoachingEnded { NeedId = id, Organ = need.Organ, Competency = Signals.Find(need.Signal)?.Competency ?? need.Signal, Visits = visits.Count, Minutes = (int)(60 * visits.Sum()), EndedOn = clock.Now().Date });
        }
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(NeedView.Of(need));
    }
}
