using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Library;

/// <summary>修改: PUT /library/{id}/draft with If-Match. A released text gets a new version; the old one stays as it was.</summary>
internal static class EditMaterial
{
    public static async Task<Results<Ok<MaterialView>, ProblemHttpResult>> Handle(
        Guid id, MaterialRequest body, HttpRequest request, HttpResponse response, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.MaterialAsync(id, ct) is not { } material) return LibraryProblems.NotFound();
        if (ETags.Refuses(request, db.VersionOf(material)) is { } stale) return stale;
        if (body.Refused() is { } wrong) return wrong.ToProblem();

        if (material.Edit(body.Topic!, body.Audience!, body.Content!, caller.Account, clock.Now().At).Refused(out var refusal, out _)) return refusal.ToProblem();

        await db.SaveChangesAsync(ct);
        response.SetETag(db.VersionOf(material));
        return TypedResults.Ok(MaterialView.Of(material, db, caller));
    }
}
