using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Documents.Opinions;

/// <summary>审核处理意见: POST /petitions/{id}/opinion/check. The draft goes to the head.</summary>
internal static class CheckOpinion
{
    public sealed record Response(int Version);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.CheckOpinion(caller.Actor(), now).Refused(out var refusal, out var @checked)) return refusal.ToProblem();

        await db.RecordAsync(petition, Act.CheckOpinion, caller.Actor(), now, @checked, ct);
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(@checked.Version));
    }
}
