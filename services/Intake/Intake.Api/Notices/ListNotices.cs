using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Notices;

/// <summary>通知: GET /notices?state=&amp;way=&amp;number=&amp;after=&amp;limit=. What waits for somebody comes oldest first, everything else newest first.</summary>
internal static class ListNotices
{
    private sealed record Key(Guid Id);

    public static async Task<IResult> Handle(
        IntakeDb db, PersonalData people, CancellationToken ct, NoticeState? state = null, NoticeWay? way = null, string? number = null, string? after = null, int? limit = null)
    {
        if ((state is { } asked && !Enum.IsDefined(asked)) || (way is { } by && !Enum.IsDefined(by)))
            return Problems.Invalid(new Dictionary<string, string[]> { ["state"] = ["没有这个状态或者方式。"] });
        if (!Cursor.TryRead<Key>(after, out var last)) return Cursor.Invalid();
        var size = Cursor.Limit(limit);
        var query = db.Notices.AsNoTracking();
        if (state is not null) query = query.Where(n => n.State == state);
        if (way is not null) query = query.Where(n => n.Way == way);
        if (!string.IsNullOrWhiteSpace(number)) query = query.Where(n => db.Petitions.Any(p => p.Id == n.PetitionId && p.Number == number.Trim()));
        var oldestFirst = state is NoticeState.Waiting or NoticeState.Printed or NoticeState.Failed;
        if (last is not null) query = oldestFirst ? query.Where(n => n.Id > last.Id) : query.Where(n => n.Id < last.Id);
        var rows = await (oldestFirst ? query.OrderBy(n => n.Id) : query.OrderByDescending(n => n.Id)).Take(size + 1).ToListAsync(ct);
        var page = Page<Notice>.Of(rows, size, n => new Key(n.Id));
        return TypedResults.Ok(new Page<NoticeView>(await NoticeView.OfAsync(db, page.Items, people, ct), page.Next));
    }
}
