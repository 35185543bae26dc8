using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Checks;

/// <summary>合规检查: GET /governance/checks?year=&amp;area=&amp;passed=&amp;after=&amp;limit=, the latest first.</summary>
internal static class ListChecks
{
    private sealed record Key(DateOnly On, Guid Id);

    public static async Task<Results<Ok<Page<CheckView>>, ProblemHttpResult>> Handle(
        CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct, int? year = null, CheckArea? area = null, bool? passed = null, string? after = null, int? limit = null)
    {
        if (year is { } asked && !Sane.Year(asked)) return Acting.Wrong("year", "年份不对。");
        if (area is { } wanted && !Enum.IsDefined(wanted)) return Acting.Wrong("area", "没有这个方面。");
        if (!Cursor.TryRead<Key>(after, out var last)) return Cursor.Invalid();
        var which = year ?? clock.Now().Date.Year;
        var (from, until) = (new DateOnly(which, 1, 1), new DateOnly(which, 12, 31));

        var checks = db.Set<ComplianceCheck>().AsNoTracking().Where(each => each.On >= from && each.On <= until);
        if (area is not null) checks = checks.Where(each => each.Area == area);
        if (passed is not null) checks = checks.Where(each => each.Passed == passed);
        if (last is not null) checks = checks.Where(each => EF.Functions.LessThan(ValueTuple.Create(each.On, each.Id), ValueTuple.Create(last.On, last.Id)));
        var most = Cursor.Limit(limit);
        var rows = await checks.OrderByDescending(each => each.On).ThenByDescending(each => each.Id).Take(most + 1).ToListAsync(ct);
        return TypedResults.Ok(Page<CheckView>.Of([.. rows.Select(each => CheckView.Of(each, caller))], most, each => new Key(each.On, each.Id)));
    }
}
