using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Documents.Opinions;

/// <summary>退回修改: POST /petitions/{id}/opinion/return. The checker or the head says what is to be changed.</summary>
internal static class ReturnDraft
{
    public sealed record Request([property: StringLength(1000, ErrorMessage = "最多1000个字。")] string? Remark = null);

    public sealed record Response(int Version);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.ReturnDraft(caller.Actor(), request.Remark ?? "", now).Refused(out var refusal, out var returned)) return refusal.ToProblem();

        await db.RecordAsync(petition, Act.ReturnDraft, caller.Actor(), now, returned, ct);
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(returned.Version));
    }
}
