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
        Guid id, CurrentCaller caller, HttpRequest http, CaseHandlingDb db, Dossiers dossiers, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.CheckOpinion(caller.Actor(), now).Refused(out var refusal, out var @checked)) return refusal.ToProblem();
        if (await dossiers.ReadAsync(id, http, ct) is not { } dossier) return Dossiers.Unavailable();
        var text = petition.File.Draft!.Text;
        if ((await db.CheckAsync(petition, text, dossier, now, ct)) is var findings && findings.Refuses(text) is { } blocked) return findings.ToProblem(blocked, text);

        await db.RecordAsync(petition, Act.CheckOpinion, caller.Actor(), now, @checked, ct);
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(@checked.Version));
    }
}
