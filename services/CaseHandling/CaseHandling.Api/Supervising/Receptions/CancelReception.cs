using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Receptions;

/// <summary>取消接访: POST /supervision/reception-days/{day}/cancellation.</summary>
internal static class CancelReception
{
    public sealed record Request([property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Reason = null);

    public static async Task<Results<Ok<ReceptionView>, ProblemHttpResult>> Handle(
        Guid day, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenFiledAsync(db.ReceptionsFor(caller), day, ct) is not { } found) return Problems.NotFound();
        var (now, person) = (clock.Now(), caller.Person());

        if (found.Cancel(person, request.Reason, now).Refused(out var refusal, out _)) return refusal.ToProblem();

        await db.CommitAsync(ct);
        return TypedResults.Ok(await ReceptionView.OfAsync(found, db, caller, now, ct));
    }
}
