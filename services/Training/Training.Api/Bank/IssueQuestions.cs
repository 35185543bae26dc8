using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;

namespace Xinfang.Training.Api.Bank;

/// <summary>按现行规则重新出题: POST /questions/issue. Done again it changes nothing.</summary>
internal static class IssueQuestions
{
    public sealed record Response(int Issued, int Retired);

    public static async Task<Ok<Response>> Handle(TrainingDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        var run = await Issuing.BringUpToDateAsync(db, new(now.Terms, now.Calendar, now.Date), now.At, ct);
        return TypedResults.Ok(new Response(run.Issued, run.Retired));
    }
}
