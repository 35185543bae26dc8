using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Mechanisms;

/// <summary>收入一项制度机制: PUT /governance/mechanisms/{id}. The same id again answers what is there.</summary>
internal static class EnterMechanism
{
    public sealed record Request(
        [property: Required(ErrorMessage = "请写名称。"), StringLength(100, ErrorMessage = "最多100个字。")] string Title,
        [property: Required(ErrorMessage = "请写责任科室。"), StringLength(100, ErrorMessage = "最多100个字。")] string Owner,
        DateOnly AdoptedOn,
        [property: Required(ErrorMessage = "请写主要内容。"), StringLength(2000, ErrorMessage = "最多2000个字。")] string Text,
        DateOnly EvaluateOn,
        [property: StringLength(50, ErrorMessage = "最多50个字。")] string? Number = null);

    public static async Task<Results<Ok<MechanismView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (id.Version != 7) return Acting.NotVersion7();
        if (await db.Set<Mechanism>().AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, ct) is { } known) return TypedResults.Ok(MechanismView.Of(known, caller, now.Date));
        if (!Sane.Day(request.AdoptedOn)) return Acting.Wrong("adoptedOn", "日期不对。");
        if (!Sane.Day(request.EvaluateOn)) return Acting.Wrong("evaluateOn", "日期不对。");
        if (Mechanism.Enter(id, request.Title, request.Number, request.Owner, request.AdoptedOn, request.Text, request.EvaluateOn, caller, now.Date).Refused(out var refusal, out var entered)) return refusal.ToProblem();

        db.Add(entered);
        await db.NoteAsync(id, "EnterMechanism", caller, now, PetitionRegulations.JointConference, request, null, entered, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(MechanismView.Of(entered, caller, now.Date));
    }
}
