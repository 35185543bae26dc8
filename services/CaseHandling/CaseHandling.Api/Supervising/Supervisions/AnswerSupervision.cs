using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Supervisions;

/// <summary>答复督办 by the organ: POST /supervision/supervisions/{supervision}/answer.</summary>
internal static class AnswerSupervision
{
    public sealed record Request([property: StringLength(5000, ErrorMessage = "最多5000个字。")] string? Text = null);

    public static async Task<Results<Ok<SupervisionView>, ProblemHttpResult>> Handle(
        Guid supervision, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenFiledAsync(db.SupervisionsFor(caller), supervision, ct) is not { } found) return Problems.NotFound();
        var (now, person) = (clock.Now(), caller.Person());

        if (found.Answer(person, request.Text, now).Refused(out var refusal, out _)) return refusal.ToProblem();

        await db.NoteAsync(found.PetitionId, SupervisingRecord.NameOf(SupervisionAct.Answer), Supervision.Flow.Of(SupervisionAct.Answer).Basis, person, now,
            new Supervised("答复督办", found.Id), ct);
        await db.CommitAsync(ct);
        return TypedResults.Ok(SupervisionView.Of(found, await db.NumberOfAsync(found.PetitionId, ct), caller, now));
    }
}
