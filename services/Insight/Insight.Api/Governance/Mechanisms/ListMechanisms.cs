using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Mechanisms;

/// <summary>制度机制库: GET /governance/mechanisms?retired=&amp;after=&amp;limit=, by title.</summary>
internal static class ListMechanisms
{
    private sealed record Key(string Title, Guid Id);

    public static async Task<Results<Ok<Page<MechanismView>>, ProblemHttpResult>> Handle(CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct, bool? retired = null, string? after = null, int? limit = null)
    {
        if (!Cursor.TryRead<Key>(after, out var last) || (last is not null && (last.Title is null || !CleanText.IsClean(last.Title)))) return Cursor.Invalid();
        var today = clock.Now().Date;
        var mechanisms = db.Set<Mechanism>().AsNoTracking();
        if (retired is { } gone) mechanisms = mechanisms.Where(each => (each.EvaluateOn == null) == gone);
        if (last is not null) mechanisms = mechanisms.Where(each => EF.Functions.GreaterThan(ValueTuple.Create(each.Title, each.Id), ValueTuple.Create(last.Title, last.Id)));
        var most = Cursor.Limit(limit);
        var rows = await mechanisms.OrderBy(each => each.Title).ThenBy(each => each.Id).Take(most + 1).ToListAsync(ct);
        return TypedResults.Ok(Page<MechanismView>.Of([.. rows.Select(each => MechanismView.Of(each, caller, today))], most, each => new Key(each.Title, each.Id)));
    }
}
