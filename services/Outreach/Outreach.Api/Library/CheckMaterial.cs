using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Library;

/// <summary>初审: POST /library/{id}/check, by somebody who did not write it.</summary>
internal static class CheckMaterial
{
    public static async Task<Results<Ok<MaterialView>, ProblemHttpResult>> Handle(
        Guid id, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.MaterialAsync(id, ct) is not { } material) return LibraryProblems.NotFound();
        var now = clock.Now();

        if (material.Check(caller.Account, now.At).Refused(out var refusal, out _)) return refusal.ToProblem();

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(MaterialView.Of(material, db, caller));
    }
}
