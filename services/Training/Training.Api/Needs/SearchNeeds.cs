using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;

namespace Xinfang.Training.Api.Needs;

/// <summary>现在就找: POST /needs/search. What is open already is not proposed twice.</summary>
internal static class SearchNeeds
{
    public sealed record Response(int Proposed);

    public static async Task<Ok<Response>> Handle(TrainingDb db, LegalClock clock, CancellationToken ct) =>
        TypedResults.Ok(new Response(await NeedWatch.FindAsync(db, clock.Now().Date, ct)));
}
