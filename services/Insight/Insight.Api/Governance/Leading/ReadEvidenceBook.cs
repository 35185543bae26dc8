using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Insight.Api.Governance.Mechanisms;
using Xinfang.Insight.Api.Governance.Meetings;
using Xinfang.Insight.Api.Governance.Tasks;
using Xinfang.Law;

namespace Xinfang.Insight.Api.Governance.Leading;

/// <summary>第一责任人履职台账: GET /governance/evidence-book?year=, what section 3 of the rule-of-law report is written from (S-51 to S-57), and what is missing.</summary>
internal static class ReadEvidenceBook
{
    /// <summary>Most entries that are shown of a group; all are counted.</summary>
    private const int Most = 200;

    private const string Lessons = "学法";

    /// <summary>A thing that happened.</summary>
    public sealed record Entry(DateOnly On, string Text, Guid? Id = null);

    /// <summary>Entries of one kind.</summary>
    /// <param name="Code">Line of the report.</param>
    /// <param name="Missing">What the report cannot say yet; null when it can.</param>
    public sealed record Group(string Code, string Title, int Count, string Summary, string? Missing, IReadOnlyList<Entry> Entries);

    /// <param name="Filled">Groups with nothing missing.</param>
    public sealed record Response(int Year, int Filled, IReadOnlyList<Group> Groups, string Basis);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(InsightDb db, LegalClock clock, CancellationToken ct, int? year = null)
    {
        var which = year ?? clock.Now().Date.Year;
        if (!Sane.Year(which)) return Acting.Wrong("year", "年份不对。");
        var (from, until) = (new DateOnly(which, 1, 1), new DateOnly(which, 12, 31));
        var study = await db.Set<StudyEntry>().AsNoTracking().Where(each => each.On >= from && each.On <= until).OrderBy(each => each.On).ToListAsync(ct);
        var meetings = await db.Set<Meeting>().AsNoTracking().Where(each => each.State == MeetingState.Held && each.On >= from && each.On <= until).OrderBy(each => each.On).ToListAsync(ct);
        // Urged in the year, whenever it is due: nothing is urged before it is made or long after its term.
        var tasks = await db.Set<GovernanceTask>().AsNoTracking().Where(each => each.Year >= which - 1 && each.MadeOn <= until && each.Status != TaskState.Dropped).OrderBy(each => each.MadeOn).ToListAsync(ct);
        var mechanisms = await db.Set<Mechanism>().AsNoTracking().Where(each => each.AdoptedOn <= until && each.Title.Contains(Lessons)).OrderBy(each => each.AdoptedOn).ToListAsync(ct);

        var urgings = tasks.SelectMany(task => task.Urgings.Where(each => each.ByLeader && each.On.Year == which).Select(each => new Entry(each.On, $"{TaskFlow.Words(each.Way)}“{task.Title}”：{each.Words}", task.Id)));
        var instructions = tasks.Where(each => each.Kind is TaskKind.Instruction && each.ByLeader && each.MadeOn.Year == which).ToList();
        var problems = tasks.Where(each => each.Kind is TaskKind.Problem && each.MadeOn.Year == which).ToList();
        var linked = tasks.Where(each => each.Year == which && each.Business is not null).ToList();
        var ofYear = tasks.Count(each => each.Year == which);
        List<Group> groups =
        [
            Of("S-51", "带头学法", study.Select(each => new Entry(each.On, $"{each.Title}（{each.Hours:0.#}学时）", each.Id)), $"{study.Count}次，{study.Sum(each => each.Hours):0.#}学时", "还没有学法记录，请领导本人登记。"),
            Of("S-52", "学法制度", mechanisms.Select(each => new Entry(each.AdoptedOn, $"《{each.Title}》第{each.Version}版", each.Id)), $"{mechanisms.Count}项", "制度机制库里还没有学法制度。"),
            Of("S-54", "听取法治工作汇报", Held(meetings, MeetingKind.Briefing), $"{meetings.Count(each => each.Kind is MeetingKind.Briefing)}次", "今年还没有听取汇报的记录。"),
            Of("S-55", "研究解决重大问题", [.. Held(meetings, MeetingKind.ProblemSolving), .. problems.Select(each => new Entry(each.MadeOn, $"问题“{each.Title}”：{TaskFlow.Words(each.Status)}", each.Id))],
                $"会议{meetings.Count(each => each.Kind is MeetingKind.ProblemSolving)}次，问题{problems.Count}个，已经解决{problems.Count(each => each.Status is TaskState.Confirmed)}个", "今年还没有研究重大问题的记录。"),
            Of("S-56", "亲自部署（批示）", instructions.Select(each => new Entry(each.MadeOn, $"{each.Title}：{TaskFlow.Words(each.Status)}", each.Id)), $"{instructions.Count}件，已经办结{instructions.Count(each => each.Status is TaskState.Confirmed)}件", "今年还没有领导本人的批示。"),
            Of("S-56", "亲自过问、督促", urgings, $"{tasks.Sum(task => task.Urgings.Count(each => each.ByLeader && each.On.Year == which))}次", "今年还没有领导本人过问、督促的记录。"),
            Of("S-57", "同部署、同研究、同落实", linked.Select(each => new Entry(each.MadeOn, $"{each.Title}，与“{each.Business}”一起办", each.Id)), $"{ofYear}项法治任务里{linked.Count}项与业务工作一起办", "还没有法治任务写明与哪项业务一起办。"),
        ];
        return TypedResults.Ok(new Response(which, groups.Count(group => group.Missing is null), groups, GovernanceLaw.FirstResponsible.ToString()));
    }

    private static IEnumerable<Entry> Held(List<Meeting> meetings, MeetingKind kind) => meetings.Where(each => each.Kind == kind).Select(each => new Entry(each.On, each.Title, each.Id));

    private static Group Of(string code, string title, IEnumerable<Entry> entries, string summary, string missing)
    {
        var all = entries.OrderBy(each => each.On).ToList();
        return new(code, title, all.Count, summary, all.Count == 0 ? missing : null, [.. all.Take(Most)]);
    }
}
