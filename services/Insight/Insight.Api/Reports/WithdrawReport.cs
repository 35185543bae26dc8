using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Reports;

/// <summary>撤回, with the reason: POST /reports/{id}/withdrawal. It stays on file; another may be drafted for its period.</summary>
internal static class WithdrawReport
{
    public sealed record Request([property: Required(ErrorMessage = "请写为什么撤回。"), StringLength(500, MinimumLength = 2, ErrorMessage = "2到500个字。")] string Reason);

    public static async Task<Results<Ok<ReportView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (await db.ReportAsync(id, ct) is not { } report) return Readers.NotFound();
        var before = RecordChain.DigestOf(report);
        if (report.Withdraw(caller, request.Reason, now.Date) is { } refusal) return refusal.ToProblem();

        await db.NoteAsync(id, "WithdrawReport", caller, now, report.Article, new { report.WithdrawnOn }, before, report, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await ReportView.OfAsync(db, report, caller, now.Date, ct));
    }
}
