using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Supervisions;

/// <summary>督办台账: GET /supervision/supervisions?status=&amp;after=&amp;limit=, what is owed first.</summary>
internal static class ListSupervisions
{
    public static async Task<Results<Ok<Page<SupervisionView>>, ProblemHttpResult>> Handle(
        CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct, SupervisionStatus? status = null, string? after = null, int? limit = null)
    {
        if (status is { } asked && !Enum.IsDefined(asked)) return Problems.Invalid(new Dictionary<string, string[]> { ["status"] = ["没有这个状态。"] });
        if (!Cursor.TryRead<PageKey>(after, out var last)) return Cursor.Invalid();
        var scope = db.SupervisionsFor(caller);
        if (status is not null) scope = scope.Where(each => each.Status == status);
        var page = await db.PageAsync(scope, last, Cursor.Limit(limit), ct);
        var numbers = await db.NumbersAsync(page.Items.Select(each => each.PetitionId), ct);
        var now = clock.Now();
        return TypedResults.Ok(new Page<SupervisionView>(
            [.. page.Items.Select(each => SupervisionView.Of(each, numbers.GetValueOrDefault(each.PetitionId), caller, now))], page.Next));
    }
}
