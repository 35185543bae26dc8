using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>举行听证: POST /petitions/{id}/hearings/record. No term has stopped for it.</summary>
internal static class HoldHearing
{
    public sealed record Request(
        bool PetitionerCame,
        [property: StringLength(20000, ErrorMessage = "最多20000个字。")] string? Minutes = null,
        [property: StringLength(5000, ErrorMessage = "最多5000个字。")] string? Conclusion = null);

    public sealed record Response(PetitionStatus Status, DateOnly HeldOn, DocumentView Document);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.HoldHearing(caller.Actor(), request.PetitionerCame, request.Minutes ?? "", request.Conclusion ?? "", now).Refused(out var refusal, out var held)) return refusal.ToProblem();

        var (record, body) = HearingPapers.Record(petition, held, now.Date);
        await db.IssueAsync(record, body, ct);
        await db.RecordAsync(petition, Act.HoldHearing, caller.Actor(), now, held, ct, record);
        db.Publish(id, new Contracts.CaseHandling.V1.HearingHeld { PetitionId = id, Organ = petition.Organ, HeldOn = held.HeldOn, RecordedAt = now.At, DocumentId = record.Id, DocumentNumber = record.Number });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, held.HeldOn, DocumentView.Of(record)));
    }
}
