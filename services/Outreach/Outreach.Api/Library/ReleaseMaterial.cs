using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Library;

/// <summary>复审发布: POST /library/{id}/release, by a second person. Shown from validFrom (today when absent) to validUntil.</summary>
internal static class ReleaseMaterial
{
    public sealed record Request(DateOnly? ValidFrom = null, DateOnly? ValidUntil = null);

    public static async Task<Results<Ok<MaterialView>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.MaterialAsync(id, ct) is not { } material) return LibraryProblems.NotFound();
        var now = clock.Now();

        if (material.Release(caller.Account, request.ValidFrom, request.ValidUntil, now.Date, now.At).Refused(out var refusal, out _)) return refusal.ToProblem();

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(MaterialView.Of(material, db, caller));
    }
}
