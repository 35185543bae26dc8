using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.Outreach.Api.Catalogue;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Outreach.Api.Measures;

/// <summary>普法指标: GET /measures?quarter=2026Q2, of the district and of each street.</summary>
internal static class ReadMeasures
{
    public sealed record Row(string? Street, string Name, IReadOnlyList<Measure> Measures);

    public sealed record Response(string Quarter, DateOnly From, DateOnly Until, IReadOnlyList<Row> Rows);

    public static void MapMeasures(this IEndpointRouteBuilder app) => app.MapGet("/measures", Handle).WithTags("Measures").RequireAuthorization(Readers.Office)
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(OutreachDb db, LegalClock clock, CancellationToken ct, string? quarter = null)
    {
        if (Quarter.Read(quarter ?? Quarter.Of(clock.Now().Date).ToString()) is not { } which) return Acting.Wrong("quarter", "季度写成2026Q2。");
        var counted = await CountQuarter.ReadAsync(db, which, ct);
        return TypedResults.Ok(new Response(which.ToString(), which.From, which.Until.AddDays(-1),
            [new(null, "全区", MeasureTable.Of(counted.Of(null), Forms.All.Count)), .. Organs.Streets.Select(street => new Row(street.Code, street.ShortName, MeasureTable.Of(counted.Of(street.Code), Forms.All.Count)))]));
    }
}
