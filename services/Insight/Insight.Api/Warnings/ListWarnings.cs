using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Warnings;

/// <summary>预警: GET /warnings?status=&amp;rule=&amp;organ=&amp;after=&amp;limit=, the latest first.</summary>
internal static class ListWarnings
{
    private sealed record Key(DateTimeOffset At, Guid Id);

    public static async Task<Results<Ok<Page<WarningRow>>, ProblemHttpResult>> Handle(
        CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct, WarningStatus? status = null, WarningRule? rule = null, string? organ = null, string? after = null, int? limit = null)
    {
        var now = clock.Now();
        if (status is { } asked && !Enum.IsDefined(asked)) return Acting.Wrong("status", "没有这个状态。");
        if (rule is { } wanted && !Enum.IsDefined(wanted)) return Acting.Wrong("rule", "没有这条规则。");
        if (!string.IsNullOrEmpty(organ) && Organs.Find(organ) is null) return Acting.Wrong("organ", "没有这个单位。");
        if (!Cursor.TryRead<Key>(after, out var last)) return Cursor.Invalid();
        var found = db.WarningsFor(caller).AsNoTracking();
        if (status is not null) found = found.Where(warning => warning.Status == status);
        if (rule is not null) found = found.Where(warning => warning.Rule == rule);
        if (!string.IsNullOrEmpty(organ)) found = found.Where(warning => warning.Organ == organ);
        if (last is not null)
        {
            var at = last.At.ToUniversalTime();
            found = found.Where(warning => warning.RaisedAt < at || (warning.RaisedAt == at && warning.Id < last.Id));
        }
        var most = Cursor.Limit(limit);
        var rows = await found.OrderByDescending(warning => warning.RaisedAt).ThenByDescending(warning => warning.Id).Take(most + 1).ToListAsync(ct);
        return TypedResults.Ok(Page<WarningRow>.Of([.. rows.Select(warning => WarningRow.Of(warning, now))], most, row => new Key(row.RaisedAt, row.Id)));
    }
}
