using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Domain;
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
        try
        {
            if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
            return TypedResults.Ok(db.Verify(petition, await db.RecordOfAsync(petition.Id, ct), await db.DocumentsOfAsync(petition.Id, ct),
                await db.DraftsOfAsync(petition.Id, ct), await db.ReviewsOfAsync(petition.Id, ct)));
        }
        catch (CryptographicException) // changed outside the service, or moved here from another petition
        {
            var entries = await db.RecordOfAsync(new PetitionId(id), ct);
            return TypedResults.Ok(new RecordVerification(false, entries.Count, entries.Count, "事项的内容被改过，读不出来"));
        }
    }
}
