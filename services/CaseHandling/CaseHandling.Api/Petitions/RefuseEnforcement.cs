using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>记下拒不执行: POST /petitions/{id}/enforcement/refusal; a ground for supervision (art. 40, 42).</summary>
internal static class RefuseEnforcement
{
    public sealed record Request(
        int Item,
        [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Reason = null);

    public sealed record Response(PetitionStatus Status, int Item);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.RefuseEnforcement(caller.Actor(), request.Item, request.Reason ?? "", now).Refused(out var refusal, out var refused)) return refusal.ToProblem();

        await db.RecordAsync(petition, Act.RefuseEnforcement, caller.Actor(), now, refused, ct);
        db.Publish(id, new Contracts.CaseHandling.V1.EnforcementRefused { PetitionId = id, Organ = petition.Organ, Item = refused.Number, Claim = refused.Claim, RefusedAt = now.At });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, refused.Number));
    }
}
