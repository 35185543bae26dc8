using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Insight.Api.Governance.Checks;
using Xinfang.Insight.Api.Governance.Mechanisms;
using Xinfang.Insight.Api.Governance.Meetings;
using Xinfang.Insight.Api.Governance.Publishing;
using Xinfang.Insight.Api.Governance.Tasks;
using Xinfang.Law;

namespace Xinfang.Insight.Api.Governance.Leading;

/// <summary>法治工作指标: GET /governance/measures?year=. A share is absent where there is nothing to divide by.</summary>
internal static class ReadGovernanceMeasures
{
    /// <param name="Line">Line of the report.</param>
    public sealed record Measure(string Line, string Name, int Part, int All, double? Value);

    public sealed record OfOrgan(string Organ, string OrganName, int Tasks, int Confirmed, int Overdue, Share OnTime);

    public sealed record Response(int Year, IReadOnlyList<Measure> Measures, IReadOnlyList<OfOrgan> Organs);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(InsightDb db, LegalClock clock, CancellationToken ct, int? year = null)
    {
        var today = clock.Now().Date;
        var which = year ?? today.Year;
        if (!Sane.Year(which)) return Acting.Wrong("year", "年份不对。");
        var (from, until) = (new DateOnly(which, 1, 1), new DateOnly(which, 12, 31));
        var tasks = await db.Set<GovernanceTask>().AsNoTracking().Where(task => task.Year == which && task.Status != TaskState.Dropped).ToListAsync(ct);
        var meetings = await db.Set<Meeting>().AsNoTracking().Where(each => each.State == MeetingState.Held && each.On >= from && each.On <= until).ToListAsync(ct);
        var items = await db.Set<PublishingItem>().AsNoTracking().Where(each => each.Year == which && (each.PublishedOn != null || each.DueOn < today)).ToListAsync(ct);
        var checks = await db.Set<ComplianceCheck>().AsNoTracking().Where(each => each.On >= from && each.On <= until).ToListAsync(ct);
        var mechanisms = await db.Set<Mechanism>().AsNoTracking().ToListAsync(ct);

        List<GovernanceTask> Of(params TaskKind[] kinds) => [.. tasks.Where(task => kinds.Contains(task.Kind))];
        var taken = meetings.SelectMany(meeting => meeting.Decisions.Where(each => each.Taken).Select(each => meeting.Agenda[each.Point - 1].Opinion is not null)).ToList();
        // Evaluations of the year by the day on which they were due; what is overdue and not yet evaluated counts as due.
        var evaluated = mechanisms.SelectMany(each => each.Evaluations).Where(each => each.DueOn >= from && each.DueOn <= until).ToList();
        var waiting = mechanisms.Count(each => each.EvaluateOn >= from && each.EvaluateOn <= until && each.OverdueOn(today));
        List<Measure> measures =
        [
            Line("S-01", "法治任务按期完成", OnTime.Of(tasks, today)),
            Line("S-04", "年度法治任务按期完成", OnTime.Of(Of(TaskKind.YearPlan), today)),
            Line("S-05", "决定有合法性审查意见", new(taken.Count(each => each), taken.Count)),
            Line("S-06", "公开事项按期公开", new(items.Count(each => each.InTime), items.Count)),
            .. new[] { ("S-07", CheckArea.Selection), ("S-08", CheckArea.Finance), ("S-09", CheckArea.Procurement) }.Select(each =>
                Line(each.Item1, $"{ComplianceCheck.Words(each.Item2)}检查通过", new(checks.Count(check => check.Area == each.Item2 && check.Passed), checks.Count(check => check.Area == each.Item2)))),
            Line("S-13", "批示按期办结", OnTime.Of(Of(TaskKind.Instruction), today)),
            Line("S-14", "路线图节点按期完成", OnTime.OfMilestones(Of(TaskKind.RoadMap), today)),
            Line("S-16", "会议决定办结", OnTime.Closed(Of(TaskKind.Decision))),
            Line("S-18", "上级部署任务完成", OnTime.Closed(Of(TaskKind.Superior))),
            Line("S-55", "重大问题解决", OnTime.Closed(Of(TaskKind.Problem))),
            Line("S-57", "与业务工作一起办", new(tasks.Count(task => task.Business is not null), tasks.Count)),
            Line("S-65", "制度机制按期评估", new(evaluated.Count(each => each.On <= each.DueOn), evaluated.Count + waiting)),
        ];
        return TypedResults.Ok(new Response(which, measures,
            [.. tasks.GroupBy(task => task.Organ).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new OfOrgan(group.Key, Shared.NameOf(group.Key), group.Count(), group.Count(task => task.Status is TaskState.Confirmed), group.Count(task => task.OverdueOn(today)), OnTime.Of([.. group], today)))]));
    }

    private static Measure Line(string line, string name, Share share) => new(line, name, share.Part, share.All, share.Value);
}
