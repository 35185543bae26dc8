using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Conference;

/// <summary>报告落实: POST /supervision/tasks/{task}/report.</summary>
internal static class ReportFollowUp
{
    public sealed record Request([property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Text = null);

    public static async Task<Results<Ok<FollowUpView>, ProblemHttpResult>> Handle(
        Guid task, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenFiledAsync(db.FollowUpsFor(caller), task, ct) is not { } found) return Problems.NotFound();
        var (now, person) = (clock.Now(), caller.Person());

        if (found.Report(person, request.Text, now).Refused(out var refusal, out _)) return refusal.ToProblem();

        await db.CommitAsync(ct);
        return TypedResults.Ok(await FollowUpView.OfAsync(found, db, caller, now, ct));
    }
}
