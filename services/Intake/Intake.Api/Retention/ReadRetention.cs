using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Retention;

/// <summary>到期清理: GET /retention, for the auditor and the head of the office. What expires when, and what was taken away on the days of the last year.</summary>
internal static class ReadRetention
{
    public sealed record PolicyView(string Name, string What, int Days, string Basis, long Removed, DateOnly? LastOn);

    public sealed record RunView(string Policy, string What, DateOnly Day, DateTimeOffset Before, long Removed);

    public sealed record Response(IReadOnlyList<PolicyView> Policies, IReadOnlyList<RunView> Runs);

    private const int Shown = 100;

    public static void MapRetention(this IEndpointRouteBuilder app) =>
        app.MapGet("/retention", Handle).WithTags("Retention").RequireAuthorization(Duty.AnyOf(Duty.Audit, Duty.Oversee));

    public static async Task<IResult> Handle(IntakeDb db, RetentionPolicies policies, CancellationToken ct)
    {
        var sums = await db.RetentionRuns.GroupBy(run => run.Policy).Select(runs => new { runs.Key, Removed = runs.Sum(run => run.Removed), Last = runs.Max(run => run.Day) })
            .ToDictionaryAsync(sum => sum.Key, ct);
        var runs = await db.RetentionRuns.AsNoTracking().OrderByDescending(run => run.Day).ThenBy(run => run.Policy).Take(Shown).ToListAsync(ct);
        return TypedResults.Ok(new Response(
            [.. policies.All.Select(policy => new PolicyView(
                policy.Name, policy.What, (int)policy.Kept.TotalDays, policy.Basis.ToString(), sums.GetValueOrDefault(policy.Name)?.Removed ?? 0, sums.GetValueOrDefault(policy.Name)?.Last))],
            [.. runs.Select(run => new RunView(run.Policy, policies.All.FirstOrDefault(policy => policy.Name == run.Policy)?.What ?? run.Policy, run.Day, run.Before, run.Removed))]));
    }
}
