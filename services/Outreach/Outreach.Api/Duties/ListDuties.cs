using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Duties;

/// <summary>普法责任清单: GET /duties?year=&amp;organ=&amp;status=&amp;after=&amp;limit=, in the order of their terms.</summary>
internal static class ListDuties
{
    private sealed record Key(DateOnly DueOn, Guid Id);

    public static async Task<Results<Ok<Page<DutyView>>, ProblemHttpResult>> Handle(
        CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct, int? year = null, string? organ = null, DutyStatus? status = null, string? after = null, int? limit = null)
    {
        var today = clock.Now().Date;
        if (year is { } asked && !Years.Known(asked)) return Acting.Wrong("year", "年份不对。");
        if (status is { } wanted && !Enum.IsDefined(wanted)) return Acting.Wrong("status", "没有这个状态。");
        if (!Cursor.TryRead<Key>(after, out var last)) return Cursor.Invalid();
        var which = year ?? today.Year;
        var items = db.DutiesFor(caller).AsNoTracking().Where(item => item.Year == which);
        if (!string.IsNullOrEmpty(organ)) items = items.Where(item => item.Organ == organ);
        if (status is not null) items = items.Where(item => item.Status == status);
        if (last is not null) items = items.Where(item => EF.Functions.GreaterThan(ValueTuple.Create(item.DueOn, item.Id), ValueTuple.Create(last.DueOn, last.Id)));
        var most = Cursor.Limit(limit);
        var rows = await items.OrderBy(item => item.DueOn).ThenBy(item => item.Id).Take(most + 1).ToListAsync(ct);
        return TypedResults.Ok(Page<DutyView>.Of([.. rows.Select(item => DutyView.Of(item, caller, today))], most, item => new Key(item.DueOn, item.Id)));
    }
}
