using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Checks;

/// <summary>记一项合规检查: PUT /governance/checks/{id}. The same id again answers what is there.</summary>
internal static class NoteCheck
{
    public sealed record Request(
        CheckArea Area,
        [property: Required(ErrorMessage = "请写检查了什么。"), StringLength(200, ErrorMessage = "最多200个字。")] string Item,
        DateOnly On, bool Passed,
        [property: Required(ErrorMessage = "请写拿什么证明。"), StringLength(1000, ErrorMessage = "最多1000个字。")] string Evidence);

    public static async Task<Results<Ok<CheckView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (id.Version != 7) return Acting.NotVersion7();
        if (await db.Set<ComplianceCheck>().AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, ct) is { } known) return TypedResults.Ok(CheckView.Of(known, caller));
        if (!Enum.IsDefined(request.Area)) return Acting.Wrong("area", "没有这个方面，请从名单里选。");
        if (!Sane.Day(request.On)) return Acting.Wrong("on", "日期不对。");
        if (ComplianceCheck.Note(id, request.Area, request.Item, request.On, request.Passed, request.Evidence, caller, now.Date).Refused(out var refusal, out var noted)) return refusal.ToProblem();

        db.Add(noted);
        await db.NoteAsync(id, "NoteCheck", caller, now, noted.Basis, request, null, noted, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(CheckView.Of(noted, caller));
    }
}
