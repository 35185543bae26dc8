using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>
/// 异议和核实: GET /petitions/{id}/contestations, for the routing desk. Why organs gave it back, so that the clerk routes it better the next time;
/// nothing else of the case. An accusation is not shown (art. 30).
/// </summary>
internal static class ReadContestations
{
    public sealed record Response(IReadOnlyList<Contestation> Items);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, CaseHandlingDb db, CancellationToken ct) =>
        await db.OpenAsync(db.Petitions.Where(petition => petition.Category != Category.Accusation), new PetitionId(id), ct) is { } petition
            ? TypedResults.Ok(new Response(petition.File.Contestations))
            : Problems.NotFound();
}
