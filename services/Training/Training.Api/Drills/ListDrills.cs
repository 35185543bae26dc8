using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;
using Xinfang.Training.Api.Bank;
using Xinfang.Training.Api.Needs;

namespace Xinfang.Training.Api.Drills;

/// <summary>演练: GET /drills. Each with the caller's best, and how often its competency was missing in the district's cases of the last half year.</summary>
internal static class ListDrills
{
    /// <summary>Fewer findings are not told: they would point at a case.</summary>
    public const int LeastFound = 5;

    private const int MostRuns = 1000;

    /// <param name="Running">The run to go on with.</param>
    /// <param name="Found">Findings in real cases, of the whole district; null where there were few.</param>
    public sealed record Row(string Code, string Title, string Competency, string CompetencyName, DrillRole Role, int Runs, int? Best, bool Passed, Guid? Running, int? Found);

    public sealed record Response(IReadOnlyList<Row> Items, int PassPercent, decimal Hours);

    public static async Task<Ok<Response>> Handle(CurrentCaller caller, TrainingDb db, LegalClock clock, CancellationToken ct)
    {
        var today = clock.Now().Date;
        var mine = (await db.DrillRuns.Where(run => run.Account == caller.Account).OrderByDescending(run => run.Id).Take(MostRuns).Select(run => new { run.Script, run.Id, run.FinishedAt, run.Percent }).ToListAsync(ct)).ToLookup(run => run.Script, StringComparer.Ordinal);
        var found = (await db.CountAsync(today.AddDays(-NeedWatch.Window), today, ct)).GroupBy(line => Signals.Find(line.Signal)!.Competency).ToDictionary(group => group.Key, group => group.Sum(line => line.Wrong), StringComparer.Ordinal);
        return TypedResults.Ok(new Response(
        [
            .. DrillScripts.All.Select(script => (script, own: mine[script.Code].ToList(), wrong: found.GetValueOrDefault(script.Competency))).OrderByDescending(each => each.wrong)
                .Select(each => new Row(each.script.Code, each.script.Title, each.script.Competency, Competencies.NameOf(each.script.Competency), each.script.Role, each.own.Count(run => run.FinishedAt is not null), each.own.Max(run => run.Percent),
                    each.own.Exists(run => run.Percent >= DrillResult.PassPercent), each.own.Find(run => run.FinishedAt is null)?.Id, each.wrong >= LeastFound ? each.wrong : null)),
        ], DrillResult.PassPercent, FinishDrill.Hours));
    }
}
