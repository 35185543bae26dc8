using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Packages;

/// <summary>销案: POST /supervision/packages/{package}/closure.</summary>
internal static class ClosePackage
{
    public sealed record Request([property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Text = null);

    public static async Task<Results<Ok<PackageView>, ProblemHttpResult>> Handle(
        Guid package, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenFiledAsync(db.PackagesFor(caller), package, ct) is not { } found) return Problems.NotFound();
        var (now, person) = (clock.Now(), caller.Person());

        if (found.Close(person, request.Text, now).Refused(out var refusal, out _)) return refusal.ToProblem();

        await db.NoteAsync(found.PetitionId, SupervisingRecord.NameOf(PackageAct.Close), PetitionRegulations.LeadersDuty, person, now, new Supervised("销案", found.Id), ct);
        await db.CommitAsync(ct);
        return TypedResults.Ok(await PackageView.OfAsync(found, db, caller, now, ct));
    }
}
