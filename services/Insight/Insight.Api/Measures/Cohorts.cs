using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Measures;

/// <summary>初次件追踪: of the first petitions of each month, how many were not seen again in 30, 90, 180 days: GET /cohorts.</summary>
internal static class Cohorts
{
    public static readonly IReadOnlyList<int> Days = [30, 90, 180];

    /// <param name="Number">Null while the days have not passed for any.</param>
    public sealed record Share(int Days, long Unseen, long All, double? Number);

    public sealed record Month(DateOnly Of, long First, IReadOnlyList<Share> Shares);

    public sealed record Response(IReadOnlyList<Month> Months);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle([AsParameters] Asked asked, CurrentCaller caller, NpgsqlDataSource database, LegalClock clock, CancellationToken ct)
    {
        if (!asked.TryRead(caller, clock.Now().Date, out var period, out var organ, out var problem)) return problem;
        var months = await Reading.MonthsAsync(database, period with { From = new(period.From.Year, period.From.Month, 1) }, organ, ct);
        return TypedResults.Ok(new Response([.. months.OrderBy(month => month.Key).Select(month => new Month(month.Key, month.Value["first"], [.. Days.Select(days => ShareOf(days, month.Value))]))]));
    }

    private static Share ShareOf(int days, Counted counted)
    {
        var (unseen, all) = (counted[$"unseen-{days}"], counted[$"cohort-{days}"]);
        return new(days, unseen, all, all == 0 ? null : (double)unseen / all);
    }
}
