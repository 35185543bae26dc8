using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>记下化解措施: POST /petitions/{id}/measures (art. 37).</summary>
internal static class TakeMeasure
{
    public sealed record Request(
        Means Measure,
        DateOnly On,
        [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Note = null);

    public sealed record Response(PetitionStatus Status, Means Measure, DateOnly On);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.TakeMeasure(caller.Actor(), request.Measure, request.On, request.Note ?? "", now).Refused(out var refusal, out var taken)) return refusal.ToProblem();

        await db.RecordAsync(petition, Act.TakeMeasure, caller.Actor(), now, taken, ct);
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, taken.Measure, taken.On));
    }
}
