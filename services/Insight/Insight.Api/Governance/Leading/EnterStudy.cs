using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Leading;

/// <summary>记一次学法, by the leader: PUT /governance/study/{id}. The same id again answers what is there.</summary>
internal static class EnterStudy
{
    public sealed record Request(
        [property: Required(ErrorMessage = "请写学了什么。"), StringLength(200, ErrorMessage = "最多200个字。")] string Title,
        DateOnly On,
        [property: Range(0.5, 24, ErrorMessage = "学时在0.5到24之间。")] decimal Hours);

    public static async Task<Results<Ok<StudyView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (id.Version != 7) return Acting.NotVersion7();
        if (await db.Set<StudyEntry>().AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, ct) is { } known) return TypedResults.Ok(StudyView.Of(known));
        if (!Sane.Day(request.On)) return Acting.Wrong("on", "日期不对。");
        if (request.Hours * 2 % 1 != 0) return Acting.Wrong("hours", "学时以半小时为单位。");
        if (StudyEntry.Enter(id, request.Title, request.On, request.Hours, caller, now.Date).Refused(out var refusal, out var entered)) return refusal.ToProblem();

        db.Add(entered);
        await db.NoteAsync(id, "EnterStudy", caller, now, GovernanceLaw.FirstResponsible, request, null, entered, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(StudyView.Of(entered));
    }
}
