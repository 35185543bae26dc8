using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>联系信访人: POST /petitions/{id}/contacts. Every attempt is logged; the first that reached somebody is told to the office (首接首办).</summary>
internal static class ContactPetitioner
{
    public sealed record Request(DateTimeOffset At, StatementWay Way, bool Reached, [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Note = null);

    public sealed record Response(PetitionStatus Status, bool First, bool InTime);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.Contact(caller.Actor(), request.At.ToUniversalTime(), request.Way, request.Reached, request.Note ?? "", now).Refused(out var refusal, out var contacted))
            return refusal.ToProblem();

        await db.RecordAsync(petition, Act.Contact, caller.Actor(), now, contacted, ct);
        if (contacted.Reached)
            db.Publish(id, new Contracts.CaseHandling.V1.PetitionerContacted
            {
                PetitionId = id,
                Organ = petition.Organ,
                ContactedAt = contacted.At,
                First = contacted.First,
                InTime = contacted.InTime,
            });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, contacted.First, contacted.InTime));
    }
}
