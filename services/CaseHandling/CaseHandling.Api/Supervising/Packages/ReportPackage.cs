using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Packages;

/// <summary>报告包案结果: POST /supervision/packages/{package}/result.</summary>
internal static class ReportPackage
{
    public sealed record Request([property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Result = null);

    public static async Task<Results<Ok<PackageView>, ProblemHttpResult>> Handle(
        Guid package, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenFiledAsync(db.PackagesFor(caller), package, ct) is not { } found) return Problems.NotFound();
        var (now, person) = (clock.Now(), caller.Person());

        if (found.Report(person, request.Result, now).Refused(out var refusal, out _)) return refusal.ToProblem();

        await db.NoteAsync(found.PetitionId, SupervisingRecord.NameOf(PackageAct.Report), PetitionRegulations.LeadersDuty, person, now, new Supervised("报告包案结果", found.Id), ct);
        await db.CommitAsync(ct);
        return TypedResults.Ok(await PackageView.OfAsync(found, db, caller, now, ct));
    }
}
