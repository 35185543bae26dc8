using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Measures;

/// <summary>信访件次 by one dimension, for whoever wants to count: GET /counts?by=Street.</summary>
internal static class CountPetitions
{
    public sealed record Response(Dimension By, DateOnly From, DateOnly Until, Basis Basis, long Petitions, IReadOnlyList<CountRow> Rows);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle([AsParameters] Asked asked, CurrentCaller caller, NpgsqlDataSource database, LegalClock clock, CancellationToken ct, Dimension? by = null)
    {
        if (by is { } named && !Enum.IsDefined(named)) return Acting.Wrong("by", "按Channel、Street、Category、Content或者Organ数。");
        var today = clock.Now().Date;
        if (!asked.TryRead(caller, today, out var period, out var organ, out var problem)) return problem;
        var rows = await Counts.ReadAsync(database, period, organ, by ?? Dimension.Channel, today, ct);
        return TypedResults.Ok(new Response(by ?? Dimension.Channel, period.From, period.Until, period.Basis, rows.Sum(row => row.Petitions), rows));
    }
}
