using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Library;

/// <summary>撤下: POST /library/{id}/withdrawal, with the reason. Gone from every page, list and screen at once.</summary>
internal static class WithdrawMaterial
{
    public sealed record Request([property: StringLength(200, ErrorMessage = "最多200个字。")] string? Reason = null);

    public static async Task<Results<Ok<MaterialView>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.MaterialAsync(id, ct) is not { } material) return LibraryProblems.NotFound();
        var now = clock.Now();

        if (material.Withdraw(request.Reason ?? "", caller.Account, now.At).Refused(out var refusal, out _)) return refusal.ToProblem();

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(MaterialView.Of(material, db, caller));
    }
}
