using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Conference;

/// <summary>约谈、通报、挂牌督办、限期整改: GET /supervision/measures?status=&amp;after=&amp;limit=.</summary>
internal static class ListMeasures
{
    public static async Task<Results<Ok<Page<MeasureView>>, ProblemHttpResult>> Handle(
        CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct, MeasureStatus? status = null, string? after = null, int? limit = null)
    {
        if (status is { } asked && !Enum.IsDefined(asked)) return Problems.Invalid(new Dictionary<string, string[]> { ["status"] = ["没有这个状态。"] });
        if (!Cursor.TryRead<PageKey>(after, out var last)) return Cursor.Invalid();
        var scope = db.MeasuresFor(caller);
        if (status is not null) scope = scope.Where(each => each.Status == status);
        var page = await db.PageAsync(scope, last, Cursor.Limit(limit), ct);
        return TypedResults.Ok(new Page<MeasureView>(await MeasureView.OfAsync(page.Items, db, caller, clock.Now(), ct), page.Next));
    }
}
