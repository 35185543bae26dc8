using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Mechanisms;

/// <summary>评估一项制度: POST /governance/mechanisms/{id}/evaluation. Kept until the next day, revised to a new version, or retired.</summary>
internal static class EvaluateMechanism
{
    public sealed record Request(
        EvaluationResult Result,
        [property: Required(ErrorMessage = "请写评估意见。"), StringLength(1000, ErrorMessage = "最多1000个字。")] string Words,
        [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Text = null,
        DateOnly? NextOn = null);

    public static async Task<Results<Ok<MechanismView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (!Enum.IsDefined(request.Result)) return Acting.Wrong("result", "没有这种结果，请从名单里选。");
        if (request.NextOn is { } next && !Sane.Day(next)) return Acting.Wrong("nextOn", "日期不对。");
        return await db.ActAsync(db.Set<Mechanism>(), id, "EvaluateMechanism", _ => PetitionRegulations.JointConference, request, caller, now,
            each => each.Evaluate(request.Result, request.Words, request.Text, request.NextOn, caller, now.Date), each => MechanismView.Of(each, caller, now.Date), ct);
    }
}
