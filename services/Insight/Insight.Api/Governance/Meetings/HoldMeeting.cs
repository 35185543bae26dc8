using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Insight.Api.Governance.Tasks;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Meetings;

/// <summary>记录会议和决定: POST /governance/meetings/{id}/holding. Each decision that was taken becomes a task with a clock.</summary>
internal static class HoldMeeting
{
    public sealed record Taken(
        int Point, Outcome Outcome,
        [property: Required(ErrorMessage = "请写决定了什么。"), StringLength(1000, ErrorMessage = "最多1000个字。")] string Text,
        [property: StringLength(20, ErrorMessage = "没有这个单位。")] string? Organ = null,
        [property: StringLength(100, ErrorMessage = "最多100个字。")] string? Owner = null,
        DateOnly? DueOn = null, Pillar? Pillar = null);

    public sealed record Request(
        [property: Required(ErrorMessage = "请写纪要。"), StringLength(4000, ErrorMessage = "最多4000个字。")] string Minutes,
        [property: MaxLength(MeetingFlow.MostDecisions, ErrorMessage = "最多40项决定。"), NoNulls] IReadOnlyList<Taken>? Decisions = null);

    public static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct)
    {
        var (now, taken) = (clock.Now(), request.Decisions ?? []);
        if (await db.Set<Meeting>().SingleOrDefaultAsync(each => each.Id == id, ct) is not { } meeting) return Readers.NotFound();
        if (taken.Any(each => !Enum.IsDefined(each.Outcome) || (each.Pillar is { } pillar && !Enum.IsDefined(pillar)))) return Acting.Wrong("decisions", "没有这种结果，请从名单里选。");
        if (taken.Any(each => !string.IsNullOrEmpty(each.Organ) && !Shared.Known(each.Organ))) return Acting.Wrong("decisions", "有的责任单位不在名单里。");
        if (taken.Any(each => each.DueOn is { } due && !Sane.Day(due))) return Acting.Wrong("decisions", "有的期限不对。");
        var before = RecordChain.DigestOf(meeting);
        var decisions = taken.Select(each => new Decision(each.Point, each.Outcome, each.Text, string.IsNullOrEmpty(each.Organ) ? null : each.Organ, each.Owner, each.DueOn, each.Pillar)).Select(each => each.Taken ? each with { TaskId = Guid.CreateVersion7(now.At) } : each).ToList();
        if (meeting.Hold(request.Minutes, decisions, caller, now.Date) is { } refusal) return refusal.ToProblem();

        foreach (var decision in meeting.Decisions.Where(each => each.Taken))
        {
            if (TaskOf(meeting, decision).Refused(out var wrong, out var task)) return wrong.ToProblem();
            db.Add(task);
            await db.NoteAsync(task.Id, "MakeTask", caller, now, task.Basis, new { task.MeetingId, decision.Point }, null, task, ct);
        }
        await db.NoteAsync(id, "HoldMeeting", caller, now, meeting.Basis, request, before, meeting, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(MeetingView.Of(meeting, caller));
    }

    // From the day of the meeting: one that is entered afterwards may have decided what has come due since.
    private static Result<GovernanceTask> TaskOf(Meeting meeting, Decision decision)
    {
        var point = meeting.Agenda[decision.Point - 1].Text;
        return GovernanceTask.Decided(decision.TaskId!.Value, meeting.Id, meeting.Kind is MeetingKind.ProblemSolving, decision.Organ!,
            new(point.Length > 100 ? point[..100] : point, decision.Text, decision.Owner!, decision.DueOn!.Value, decision.Pillar, meeting.Title, null, []), meeting.On);
    }
}
