using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Supervisions;

/// <summary>督办办结: POST /supervision/supervisions/{supervision}/closure.</summary>
internal static class CloseSupervision
{
    public sealed record Request([property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Result = null);

    public static async Task<Results<Ok<SupervisionView>, ProblemHttpResult>> Handle(
        Guid supervision, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenFiledAsync(db.SupervisionsFor(caller), supervision, ct) is not { } found) return Problems.NotFound();
        var (now, person) = (clock.Now(), caller.Person());

        if (found.Close(person, request.Result, now).Refused(out var refusal, out _)) return refusal.ToProblem();

        await db.NoteAsync(found.PetitionId, SupervisingRecord.NameOf(SupervisionAct.Close), Supervision.Flow.Of(SupervisionAct.Close).Basis, person, now,
            new Supervised("督办办结", found.Id), ct);
        db.Publish(found.PetitionId.Value, new Contracts.CaseHandling.V1.SupervisionClosed
        {
            PetitionId = found.PetitionId.Value, Organ = found.Organ, SupervisionId = found.Id, ClosedAt = now.At,
        });
        await db.CommitAsync(ct);
        return TypedResults.Ok(SupervisionView.Of(found, await db.NumberOfAsync(found.PetitionId, ct), caller, now));
    }
}
