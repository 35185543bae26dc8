using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Meetings;

/// <summary>会议: GET /governance/meetings?year=&amp;kind=&amp;state=&amp;after=&amp;limit=, the latest first.</summary>
internal static class ListMeetings
{
    private sealed record Key(DateOnly On, Guid Id);

    public static async Task<Results<Ok<Page<MeetingView>>, ProblemHttpResult>> Handle(
        CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct, int? year = null, MeetingKind? kind = null, MeetingState? state = null, string? after = null, int? limit = null)
    {
        if (year is { } asked && !Sane.Year(asked)) return Acting.Wrong("year", "年份不对。");
        if (kind is { } wantedKind && !Enum.IsDefined(wantedKind)) return Acting.Wrong("kind", "没有这种会议。");
        if (state is { } wanted && !Enum.IsDefined(wanted)) return Acting.Wrong("state", "没有这个状态。");
        if (!Cursor.TryRead<Key>(after, out var last)) return Cursor.Invalid();
        var which = year ?? clock.Now().Date.Year;
        var (from, until) = (new DateOnly(which, 1, 1), new DateOnly(which, 12, 31));

        var meetings = db.Set<Meeting>().AsNoTracking().Where(each => each.On >= from && each.On <= until);
        if (kind is not null) meetings = meetings.Where(each => each.Kind == kind);
        if (state is not null) meetings = meetings.Where(each => each.State == state);
        if (last is not null) meetings = meetings.Where(each => EF.Functions.LessThan(ValueTuple.Create(each.On, each.Id), ValueTuple.Create(last.On, last.Id)));
        var most = Cursor.Limit(limit);
        var rows = await meetings.OrderByDescending(each => each.On).ThenByDescending(each => each.Id).Take(most + 1).ToListAsync(ct);
        return TypedResults.Ok(Page<MeetingView>.Of([.. rows.Select(each => MeetingView.Of(each, caller))], most, each => new Key(each.On, each.Id)));
    }
}
