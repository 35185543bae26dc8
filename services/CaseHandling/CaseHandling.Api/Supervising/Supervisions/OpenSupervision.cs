using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Supervisions;

/// <summary>发出督办函: POST /supervision/supervisions/{supervision}/letter. Takes a number, tells the organ.</summary>
internal static class OpenSupervision
{
    /// <param name="Days">Of the answer, 1 to 60.</param>
    /// <param name="Demands">At most 20.</param>
    public sealed record Request(
        int Days,
        [property: MaxLength(20, ErrorMessage = "最多20条要求。")] IReadOnlyList<string>? Demands = null,
        [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Remark = null);

    public static async Task<Results<Ok<SupervisionView>, ProblemHttpResult>> Handle(
        Guid supervision, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenFiledAsync(db.SupervisionsFor(caller), supervision, ct) is not { } found) return Problems.NotFound();
        var (now, person, demands) = (clock.Now(), caller.Person(), request.Demands ?? []);
        if (demands.Any(line => line is { Length: > 1000 })) return Problems.Invalid(new Dictionary<string, string[]> { ["demands"] = ["每条要求最多1000个字。"] });
        if ((found.Refuses(SupervisionAct.Open, person, now) ?? Supervision.RefusesOpening(demands, request.Days)) is { } early) return early.ToProblem();

        var number = await db.NumberAsync("Supervision", "督", now.Date.Year, ct);
        if (found.Open(person, demands, request.Remark, request.Days, number, now).Refused(out var refusal, out _)) return refusal.ToProblem();

        await db.NoteAsync(found.PetitionId, SupervisingRecord.NameOf(SupervisionAct.Open), Supervision.Flow.Of(SupervisionAct.Open).Basis, person, now,
            new Supervised($"督办：{SupervisingWords.Of(found.Cause)}，最晚{ChineseDates.WithYear(found.DueOn.GetValueOrDefault())}答复", found.Id, number, found.DueOn), ct);
        found.PublishOpened(db, now);
        await db.CommitAsync(ct);
        return TypedResults.Ok(SupervisionView.Of(found, await db.NumberOfAsync(found.PetitionId, ct), caller, now));
    }

    /// <summary>Tells the organ of the letter, or that it is pressed again.</summary>
    public static void PublishOpened(this Supervision opened, CaseHandlingDb db, Moment now) =>
        db.Publish(opened.PetitionId.Value, new Contracts.CaseHandling.V1.SupervisionOpened
        {
            PetitionId = opened.PetitionId.Value, Organ = opened.Organ, SupervisionId = opened.Id, Cause = opened.Cause.ToString(), Pressings = opened.Pressings,
            DocumentNumber = opened.LetterNumber!, AskedAt = now.At, DueOn = opened.DueOn.GetValueOrDefault(),
        });
}
