using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Needs;

/// <summary>不采纳: POST /needs/{id}/declination, with the reason.</summary>
internal static class DeclineNeed
{
    public sealed record Request([property: StringLength(500, MinimumLength = 2, ErrorMessage = "请写理由，2到500个字。")] string Reason);

    public static async Task<Results<Ok<NeedView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, TrainingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.Needs.SingleOrDefaultAsync(need => need.Id == id, ct) is not { } need) return Refusals.NotFound.ToProblem();
        if (need.Decline(request.Reason.Trim(), caller.Account, clock.Now().Date) is { } refusal) return refusal.ToProblem();
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(NeedView.Of(need));
    }
}
