using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Conference;

/// <summary>报告整改: POST /supervision/measures/{measure}/report.</summary>
internal static class ReportMeasure
{
    public sealed record Request([property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Text = null);

    public static async Task<Results<Ok<MeasureView>, ProblemHttpResult>> Handle(
        Guid measure, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenFiledAsync(db.MeasuresFor(caller), measure, ct) is not { } found) return Problems.NotFound();
        var (now, person) = (clock.Now(), caller.Person());

        if (found.Report(person, request.Text, now).Refused(out var refusal, out _)) return refusal.ToProblem();

        await db.CommitAsync(ct);
        return TypedResults.Ok(await MeasureView.OfAsync(found, db, caller, now, ct));
    }
}
