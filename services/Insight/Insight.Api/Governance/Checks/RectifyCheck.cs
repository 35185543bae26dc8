using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Checks;

/// <summary>登记整改: POST /governance/checks/{id}/rectification.</summary>
internal static class RectifyCheck
{
    public sealed record Request([property: Required(ErrorMessage = "请写改了什么、拿什么证明。"), StringLength(1000, ErrorMessage = "最多1000个字。")] string Text);

    public static Task<Results<Ok<CheckView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        return db.ActAsync(db.Set<ComplianceCheck>(), id, "RectifyCheck", each => each.Basis, request, caller, now, each => each.Rectify(request.Text, caller, now.Date), each => CheckView.Of(each, caller), ct);
    }
}
