using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Publishing;

/// <summary>列入一项公开事项: PUT /governance/publishing/{id}. The same id again answers what is there.</summary>
internal static class PlanPublishing
{
    public sealed record Request([property: Required(ErrorMessage = "请写公开什么。"), StringLength(200, ErrorMessage = "最多200个字。")] string Title, DateOnly DueOn);

    public static async Task<Results<Ok<PublishingView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (id.Version != 7) return Acting.NotVersion7();
        if (await db.Set<PublishingItem>().AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, ct) is { } known) return TypedResults.Ok(PublishingView.Of(known, caller, now.Date));
        if (!Sane.Day(request.DueOn)) return Acting.Wrong("dueOn", "日期不对。");
        if (PublishingItem.Plan(id, request.Title, request.DueOn, caller, now.Date).Refused(out var refusal, out var planned)) return refusal.ToProblem();

        db.Add(planned);
        await db.NoteAsync(id, "PlanPublishing", caller, now, planned.Basis, request, null, planned, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(PublishingView.Of(planned, caller, now.Date));
    }
}
