using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Outreach.Api.Counselling;

/// <summary>来访释法: GET /counselling?quarter=2026Q2, by street, topic and leaflet.</summary>
internal static class ReadCounselling
{
    public sealed record Line(string? Code, string? Name, int Count);

    private sealed record Cell(string? Street, string? Topic, string? Leaflet, int Count, int People);

    public sealed record Response(string Quarter, int Count, int People, IReadOnlyList<Line> Streets, IReadOnlyList<Line> Topics, IReadOnlyList<Line> Leaflets);

    public static void MapCounselling(this IEndpointRouteBuilder app) => app.MapGet("/counselling", Handle).WithTags("Counselling").RequireAuthorization(Readers.Office)
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(OutreachDb db, LegalClock clock, CancellationToken ct, string? quarter = null)
    {
        if (Quarter.Read(quarter ?? Quarter.Of(clock.Now().Date).ToString()) is not { } which) return Acting.Wrong("quarter", "季度写成2026Q2。");
        var (from, until) = (which.From, which.Until);
        var counted = await db.Set<Counselled>().AsNoTracking().Where(each => each.On >= from && each.On < until)
            .GroupBy(each => new { each.Street, each.Topic, each.Leaflet }).Select(group => new Cell(group.Key.Street, group.Key.Topic, group.Key.Leaflet, group.Count(), group.Sum(each => each.People))).ToListAsync(ct);
        return TypedResults.Ok(new Response(which.ToString(), counted.Sum(each => each.Count), counted.Sum(each => each.People),
            By(each => each.Street, code => Organs.Find(code)?.ShortName), By(each => each.Topic, _ => null), By(each => each.Leaflet, _ => null)));

        List<Line> By(Func<Cell, string?> key, Func<string?, string?> name) =>
            [.. counted.GroupBy(key).Select(group => new Line(group.Key, name(group.Key), group.Sum(each => each.Count))).OrderByDescending(line => line.Count).ThenBy(line => line.Code, StringComparer.Ordinal)];
    }
}
