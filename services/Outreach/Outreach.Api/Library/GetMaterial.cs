using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Library;

/// <summary>One text on the desk: GET /library/{id}</summary>
internal static class GetMaterial
{
    public static async Task<Results<Ok<MaterialView>, ProblemHttpResult>> Handle(Guid id, HttpResponse response, CurrentCaller caller, OutreachDb db, CancellationToken ct)
    {
        if (await db.MaterialAsync(id, ct) is not { } material) return LibraryProblems.NotFound();
        response.SetETag(db.VersionOf(material));
        return TypedResults.Ok(MaterialView.Of(material, db, caller));
    }
}

/// <summary>An earlier version, as it was: GET /library/{id}/versions/{number}</summary>
internal static class ReadVersion
{
    public sealed record Response(Guid Id, VersionView Version, MaterialContent Content, IReadOnlyList<string> Basis);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, int number, OutreachDb db, CancellationToken ct) =>
        await db.Set<MaterialVersion>().AsNoTracking().SingleOrDefaultAsync(version => version.MaterialId == id && version.Number == number, ct) is { } version
            ? TypedResults.Ok(new Response(id, VersionView.Of(version), version.Content, [.. version.Content.Basis!.Select(basis => basis.Article.ToString())]))
            : LibraryProblems.NotFound();
}
