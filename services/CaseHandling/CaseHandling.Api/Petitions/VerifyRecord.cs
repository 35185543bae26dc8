using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>校验留痕: GET /petitions/{id}/record/verification</summary>
internal static class VerifyRecord
{
    public static async Task<Results<Ok<RecordVerification>, ProblemHttpResult>> Handle(
        Guid id, CurrentCaller caller, CaseHandlingDb db, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();

        var entries = await db.RecordOfAsync(petition.Id, ct);
        return TypedResults.Ok(db.Verify(petition, entries, await db.DocumentsOfAsync(petition.Id, ct)));
    }
}
