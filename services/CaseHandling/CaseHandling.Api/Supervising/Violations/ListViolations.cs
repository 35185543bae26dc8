using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Violations;

/// <summary>违规记录, per organ: GET /supervision/violations?organ=&amp;status=&amp;after=&amp;limit=.</summary>
internal static class ListViolations
{
    public static async Task<Results<Ok<Page<ViolationView>>, ProblemHttpResult>> Handle(
        CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct,
        string? organ = null, ViolationStatus? status = null, string? after = null, int? limit = null)
    {
        if (status is { } asked && !Enum.IsDefined(asked)) return Problems.Invalid(new Dictionary<string, string[]> { ["status"] = ["没有这个状态。"] });
        if (!Cursor.TryRead<PageKey>(after, out var last)) return Cursor.Invalid();
        var scope = db.ViolationsFor(caller);
        if (!string.IsNullOrEmpty(organ)) scope = scope.Where(each => each.Organ == organ);
        if (status is not null) scope = scope.Where(each => each.Status == status);
        var page = await db.PageAsync(scope, last, Cursor.Limit(limit), ct);
        var numbers = await db.NumbersAsync(page.Items.Select(each => each.PetitionId), ct);
        var now = clock.Now();
        return TypedResults.Ok(new Page<ViolationView>(
            [.. page.Items.Select(each => ViolationView.Of(each, numbers.GetValueOrDefault(each.PetitionId), caller, now))], page.Next));
    }
}
