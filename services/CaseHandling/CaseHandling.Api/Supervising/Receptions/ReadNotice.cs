using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;

namespace Xinfang.CaseHandling.Api.Supervising.Receptions;

/// <summary>接访公告 for everybody (art. 18): GET /supervision/reception-days/notice. The next days that are published, soonest first.</summary>
internal static class ReadNotice
{
    private const int Most = 60;

    /// <param name="Left">Places that can still be booked.</param>
    public sealed record Item(
        Guid Id, ReceptionKind Kind, DateOnly On, TimeOnly From, TimeOnly Until, string Post, string Place, string Topic, int Places, int Left, IReadOnlyList<string> Organs);

    public static async Task<Ok<IReadOnlyList<Item>>> Handle(CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        var today = clock.Now().Date;
        var days = await db.Set<ReceptionDay>().Where(each => each.Status == ReceptionStatus.Published && each.On >= today)
            .OrderBy(each => each.On).ThenBy(each => each.From).Take(Most).ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<Item>>([.. days.Select(db.Read).Select(each => new Item(
            each.Id, each.Kind, each.On, each.From, each.Until, each.File.Post, each.File.Place, each.File.Topic, each.Places, Math.Max(0, each.Places - each.Booked),
            [.. each.Organs.Select(Scopes.NameOf)]))]);
    }
}
