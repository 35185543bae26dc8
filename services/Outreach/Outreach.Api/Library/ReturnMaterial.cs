using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Library;

/// <summary>退回: POST /library/{id}/return, with the reason.</summary>
internal static class ReturnMaterial
{
    public sealed record Request([property: StringLength(200, ErrorMessage = "最多200个字。")] string? Reason = null);

    public static async Task<Results<Ok<MaterialView>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.MaterialAsync(id, ct) is not { } material) return LibraryProblems.NotFound();
        var now = clock.Now();

        if (material.Return(request.Reason ?? "", now.At).Refused(out var refusal, out _)) return refusal.ToProblem();

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(MaterialView.Of(material, db, caller));
    }
}
