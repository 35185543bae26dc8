using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Tasks;

/// <summary>立一项任务: PUT /governance/tasks/{id}. The same id again answers what is there.</summary>
internal static class MakeTask
{
    public sealed record Request(
        TaskKind Kind,
        [property: Required(ErrorMessage = "请选责任单位。"), StringLength(20, ErrorMessage = "没有这个单位。")] string Organ,
        [property: Required(ErrorMessage = "请写任务。"), StringLength(100, ErrorMessage = "最多100个字。")] string Title,
        [property: Required(ErrorMessage = "请写要做到什么。"), StringLength(1000, ErrorMessage = "最多1000个字。")] string Text,
        [property: Required(ErrorMessage = "请写责任科室或者岗位。"), StringLength(100, ErrorMessage = "最多100个字。")] string Owner,
        DateOnly DueOn,
        Pillar? Pillar = null,
        [property: StringLength(200, ErrorMessage = "最多200个字。")] string? Source = null,
        [property: StringLength(200, ErrorMessage = "最多200个字。")] string? Business = null,
        [property: MaxLength(TaskFlow.MostMilestones, ErrorMessage = "最多12个节点。"), NoNulls] IReadOnlyList<MilestoneRequest>? Milestones = null);

    public static async Task<Results<Ok<TaskView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        var asked = new TaskTermsRequest(request.Title, request.Text, request.Owner, request.DueOn, request.Pillar, request.Source, request.Business, request.Milestones);
        if (id.Version != 7) return Acting.NotVersion7();
        if (await db.Set<GovernanceTask>().AsNoTracking().SingleOrDefaultAsync(task => task.Id == id, ct) is { } known) return TypedResults.Ok(TaskView.Of(known, caller, now.Date));
        if (!Enum.IsDefined(request.Kind) || request.Kind is TaskKind.Decision) return Acting.Wrong("kind", "没有这种任务；会议决定在会议里记。");
        if (!Shared.Known(request.Organ)) return Acting.Wrong("organ", "没有这个单位，请从名单里选。");
        if (asked.Wrong() is { } wrong) return wrong;
        if (GovernanceTask.Make(id, request.Kind, request.Organ, asked.Terms(), caller, now.Date).Refused(out var refusal, out var made)) return refusal.ToProblem();

        db.Add(made);
        await db.NoteAsync(id, "MakeTask", caller, now, made.Basis, request, null, made, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(TaskView.Of(made, caller, now.Date));
    }
}
