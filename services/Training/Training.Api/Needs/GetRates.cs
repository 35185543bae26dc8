using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.Training.Api.Bank;

namespace Xinfang.Training.Api.Needs;

/// <summary>各单位办件质量: GET /needs/rates?signal=, with intervals; fewer than the least number of cases are shown as too few, never ranked.</summary>
internal static class GetRates
{
    public sealed record Row(string Organ, string Name, int Cases, int Wrong, double? Rate, double? Low, double? High, bool Enough);

    public sealed record Named(string Code, string Name, string Competency);

    public sealed record Response(string Signal, string Name, DateOnly From, DateOnly Until, int Least, Share District, IReadOnlyList<Row> Rows, IReadOnlyList<Named> Signals);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(TrainingDb db, LegalClock clock, CancellationToken ct, string? signal = null)
    {
        if (Needs.Signals.Find(signal ?? Needs.Signals.All[0].Code) is not { } asked) return ServiceDefaults.Http.Problems.Invalid(new Dictionary<string, string[]> { ["signal"] = ["没有这一项。"] });
        var until = clock.Now().Date;
        var from = until.AddDays(-NeedWatch.Window);
        var lines = (await db.CountAsync(from, until, ct)).Where(line => line.Signal == asked.Code).OrderBy(line => line.Organ, StringComparer.Ordinal).ToList();
        return TypedResults.Ok(new Response(asked.Code, asked.Name, from, until, NeedFinder.LeastCases, Share.Of(lines.Sum(line => line.Wrong), lines.Sum(line => line.Cases)),
            [.. lines.Select(line => (line, share: Share.Of(line.Wrong, line.Cases))).Select(each => new Row(each.line.Organ, Organs.Find(each.line.Organ)?.ShortName ?? each.line.Organ,
                each.line.Cases, each.line.Wrong, each.share.Rate, each.share.Low, each.share.High, each.line.Cases >= NeedFinder.LeastCases))],
            [.. Needs.Signals.All.Select(each => new Named(each.Code, each.Name, Competencies.NameOf(each.Competency)))]));
    }
}
