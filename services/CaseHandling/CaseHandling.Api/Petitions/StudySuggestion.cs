using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>研究论证: POST /petitions/{id}/study. Who studied the suggestion, and what they came to (art. 29).</summary>
internal static class StudySuggestion
{
    public sealed record Request(
        DateOnly On,
        [property: MaxLength(30, ErrorMessage = "最多30个。")] IReadOnlyList<string?>? Participants = null,
        [property: StringLength(10000, ErrorMessage = "最多10000个字。")] string? Conclusion = null);

    public sealed record Response(PetitionStatus Status, DateOnly On);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.StudySuggestion(caller.Actor(), request.On, [.. (request.Participants ?? []).Select(each => each ?? "")], request.Conclusion ?? "", now).Refused(out var refusal, out var studied)) return refusal.ToProblem();

        await db.RecordAsync(petition, Act.StudySuggestion, caller.Actor(), now, studied, ct);
        db.Publish(id, new Contracts.CaseHandling.V1.SuggestionStudied { PetitionId = id, Organ = petition.Organ, StudiedOn = studied.On });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, studied.On));
    }
}
