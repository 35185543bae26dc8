using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Insight.Api.Governance.Tasks;

/// <summary>A step that is asked for.</summary>
internal sealed record MilestoneRequest([property: Required(ErrorMessage = "请写节点。"), StringLength(100, ErrorMessage = "最多100个字。")] string Text, DateOnly DueOn);

/// <summary>What a task asks, when it is made and when it is amended.</summary>
internal sealed record TaskTermsRequest(
    [property: Required(ErrorMessage = "请写任务。"), StringLength(100, ErrorMessage = "最多100个字。")] string Title,
    [property: Required(ErrorMessage = "请写要做到什么。"), StringLength(1000, ErrorMessage = "最多1000个字。")] string Text,
    [property: Required(ErrorMessage = "请写责任科室或者岗位。"), StringLength(100, ErrorMessage = "最多100个字。")] string Owner,
    DateOnly DueOn,
    Pillar? Pillar = null,
    [property: StringLength(200, ErrorMessage = "最多200个字。")] string? Source = null,
    [property: StringLength(200, ErrorMessage = "最多200个字。")] string? Business = null,
    [property: MaxLength(TaskFlow.MostMilestones, ErrorMessage = "最多12个节点。"), NoNulls] IReadOnlyList<MilestoneRequest>? Milestones = null)
{
    /// <summary>A method, for the checks read every property, and this one asks what they are still to check.</summary>
    public TaskTerms Terms() => new(Title, Text, Owner, DueOn, Pillar, string.IsNullOrWhiteSpace(Source) ? null : Source, string.IsNullOrWhiteSpace(Business) ? null : Business, [.. (Milestones ?? []).Select(each => new Milestone(each.Text, each.DueOn))]);

    public ProblemHttpResult? Wrong() =>
        !Sane.Day(DueOn) ? Acting.Wrong("dueOn", "日期不对。")
        : Pillar is { } pillar && !Enum.IsDefined(pillar) ? Acting.Wrong("pillar", "没有这一化，请从名单里选。")
        : Milestones?.Any(each => each is null) is true ? Acting.Wrong("milestones", "节点不能空着。")
        : Milestones?.Any(each => !Sane.Day(each.DueOn)) is true ? Acting.Wrong("milestones", "节点的日期不对。") : null;
}
