using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Supervisions;

/// <summary>不予督办: POST /supervision/supervisions/{supervision}/dismissal.</summary>
internal static class DismissSupervision
{
    public sealed record Request([property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Reason = null);

    public static async Task<Results<Ok<SupervisionView>, ProblemHttpResult>> Handle(
        Guid supervision, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenFiledAsync(db.SupervisionsFor(caller), supervision, ct) is not { } found) return Problems.NotFound();
        var (now, person) = (clock.Now(), caller.Person());

        if (found.Dismiss(person, request.Reason, now).Refused(out var refusal, out _)) return refusal.ToProblem();

        await db.NoteAsync(found.PetitionId, SupervisingRecord.NameOf(SupervisionAct.Dismiss), Supervision.Flow.Of(SupervisionAct.Dismiss).Basis, person, now,
            new Supervised("提出的督办不予采用", found.Id), ct);
        await db.CommitAsync(ct);
        return TypedResults.Ok(SupervisionView.Of(found, await db.NumberOfAsync(found.PetitionId, ct), caller, now));
    }
}
