using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Publishing;

/// <summary>登记公开: POST /governance/publishing/{id}/publication.</summary>
internal static class NotePublication
{
    public sealed record Request(DateOnly On, [property: Required(ErrorMessage = "请写在哪里公开。"), StringLength(200, ErrorMessage = "最多200个字。")] string Where);

    public static async Task<Results<Ok<PublishingView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (!Sane.Day(request.On)) return Acting.Wrong("on", "日期不对。");
        return await db.ActAsync(db.Set<PublishingItem>(), id, "NotePublication", each => each.Basis, request, caller, now,
            each => each.Publish(request.On, request.Where, caller, now.Date), each => PublishingView.Of(each, caller, now.Date), ct);
    }
}
