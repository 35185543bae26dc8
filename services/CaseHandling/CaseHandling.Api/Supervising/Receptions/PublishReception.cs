using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Receptions;

/// <summary>公布接访 (art. 18): POST /supervision/reception-days/{day}/publication.</summary>
internal static class PublishReception
{
    public static async Task<Results<Ok<ReceptionView>, ProblemHttpResult>> Handle(
        Guid day, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenFiledAsync(db.ReceptionsFor(caller), day, ct) is not { } found) return Problems.NotFound();
        var now = clock.Now();

        if (found.Publish(caller.Person(), now).Refused(out var refusal, out _)) return refusal.ToProblem();

        await db.CommitAsync(ct);
        return TypedResults.Ok(await ReceptionView.OfAsync(found, db, caller, now, ct));
    }
}
