using Microsoft.EntityFrameworkCore;

namespace Xinfang.Outreach.Api.Activities;

/// <summary>去过的地方: GET /activities/venues?street=. Communities and places known to the office, to choose from when planning.</summary>
internal static class ListVenues
{
    private const int Most = 200;

    // 2024 report, part 一(三): the district's own example.
    private static readonly Venue Reported = new("120104003", "五马路社区", "党群服务中心");

    public sealed record Venue(string Street, string Community, string Place);

    public static async Task<IResult> Handle(OutreachDb db, CancellationToken ct, string? street = null)
    {
        var used = await db.Set<Activity>().AsNoTracking().Where(each => each.Community != "" && (street == null || each.Street == street))
            .Select(each => new { each.Street, each.Community, each.Place }).Distinct().OrderBy(each => each.Street).ThenBy(each => each.Community).ThenBy(each => each.Place).Take(Most).ToListAsync(ct);
        return TypedResults.Ok(used.Select(each => new Venue(each.Street, each.Community, each.Place)).Append(Reported).Where(each => street is null || each.Street == street).Distinct().OrderBy(each => each.Street, StringComparer.Ordinal).ToList());
    }
}
