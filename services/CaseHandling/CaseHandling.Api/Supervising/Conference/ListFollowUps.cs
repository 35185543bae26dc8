using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Conference;

/// <summary>落实任务: GET /supervision/tasks?status=&amp;after=&amp;limit=.</summary>
internal static class ListFollowUps
{
    public static async Task<Results<Ok<Page<FollowUpView>>, ProblemHttpResult>> Handle(
        CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct, FollowUpStatus? status = null, string? after = null, int? limit = null)
    {
        if (status is { } asked && !Enum.IsDefined(asked)) return Problems.Invalid(new Dictionary<string, string[]> { ["status"] = ["没有这个状态。"] });
        if (!Cursor.TryRead<PageKey>(after, out var last)) return Cursor.Invalid();
        var scope = db.FollowUpsFor(caller);
        if (status is not null) scope = scope.Where(each => each.Status == status);
        var page = await db.PageAsync(scope, last, Cursor.Limit(limit), ct);
        return TypedResults.Ok(new Page<FollowUpView>(await FollowUpView.OfAsync(page.Items, db, caller, clock.Now(), ct), page.Next));
    }
}
