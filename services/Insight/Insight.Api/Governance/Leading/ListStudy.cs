using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Insight.Api.Governance.Leading;

/// <summary>领导学法: GET /governance/study?year=&amp;after=&amp;limit=, the latest first.</summary>
internal static class ListStudy
{
    private sealed record Key(DateOnly On, Guid Id);

    public static async Task<Results<Ok<Page<StudyView>>, ProblemHttpResult>> Handle(InsightDb db, LegalClock clock, CancellationToken ct, int? year = null, string? after = null, int? limit = null)
    {
        if (year is { } asked && !Sane.Year(asked)) return Acting.Wrong("year", "年份不对。");
        if (!Cursor.TryRead<Key>(after, out var last)) return Cursor.Invalid();
        var which = year ?? clock.Now().Date.Year;
        var (from, until) = (new DateOnly(which, 1, 1), new DateOnly(which, 12, 31));
        var entries = db.Set<StudyEntry>().AsNoTracking().Where(each => each.On >= from && each.On <= until);
        if (last is not null) entries = entries.Where(each => EF.Functions.LessThan(ValueTuple.Create(each.On, each.Id), ValueTuple.Create(last.On, last.Id)));
        var most = Cursor.Limit(limit);
        var rows = await entries.OrderByDescending(each => each.On).ThenByDescending(each => each.Id).Take(most + 1).ToListAsync(ct);
        return TypedResults.Ok(Page<StudyView>.Of([.. rows.Select(StudyView.Of)], most, each => new Key(each.On, each.Id)));
    }
}
