using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Supervisions;

/// <summary>再次督办: POST /supervision/supervisions/{supervision}/pressing.</summary>
internal static class PressSupervision
{
    public sealed record Request(int Days, [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Reason = null);

    public static async Task<Results<Ok<SupervisionView>, ProblemHttpResult>> Handle(
        Guid supervision, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenFiledAsync(db.SupervisionsFor(caller), supervision, ct) is not { } found) return Problems.NotFound();
        var (now, person) = (clock.Now(), caller.Person());

        if (found.Press(person, request.Reason, request.Days, now).Refused(out var refusal, out _)) return refusal.ToProblem();

        await db.NoteAsync(found.PetitionId, SupervisingRecord.NameOf(SupervisionAct.Press), Supervision.Flow.Of(SupervisionAct.Press).Basis, person, now,
            new Supervised($"第{found.Pressings}次再督办，最晚{ChineseDates.WithYear(found.DueOn.GetValueOrDefault())}答复", found.Id, found.LetterNumber, found.DueOn), ct);
        found.PublishOpened(db, now);
        await db.CommitAsync(ct);
        return TypedResults.Ok(SupervisionView.Of(found, await db.NumberOfAsync(found.PetitionId, ct), caller, now));
    }
}
