using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>定落实计划: POST /petitions/{id}/enforcement/plan (art. 32 para. 2).</summary>
internal static class PlanEnforcement
{
    public sealed record Request(
        int Item,
        DateOnly DueOn,
        [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Plan = null);

    public sealed record Response(PetitionStatus Status, int Item, DateOnly DueOn);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.PlanEnforcement(caller.Actor(), request.Item, request.DueOn, request.Plan ?? "", now).Refused(out var refusal, out var planned)) return refusal.ToProblem();

        await db.RecordAsync(petition, Act.PlanEnforcement, caller.Actor(), now, planned, ct);
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, planned.Number, planned.DueOn));
    }
}
