using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Packages;

/// <summary>领导包案: GET /supervision/packages?status=&amp;after=&amp;limit=. A leader sees their own.</summary>
internal static class ListPackages
{
    public static async Task<Results<Ok<Page<PackageView>>, ProblemHttpResult>> Handle(
        CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct, PackageStatus? status = null, string? after = null, int? limit = null)
    {
        if (status is { } asked && !Enum.IsDefined(asked)) return Problems.Invalid(new Dictionary<string, string[]> { ["status"] = ["没有这个状态。"] });
        if (!Cursor.TryRead<PageKey>(after, out var last)) return Cursor.Invalid();
        var scope = db.PackagesFor(caller);
        if (status is not null) scope = scope.Where(each => each.Status == status);
        var page = await db.PageAsync(scope, last, Cursor.Limit(limit), ct);
        return TypedResults.Ok(new Page<PackageView>(await PackageView.OfAsync(page.Items, db, caller, clock.Now(), ct), page.Next));
    }
}
