using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>登记被反映人: POST /petitions/{id}/concerned. They can neither handle it nor see it from now on (art. 28, 30).</summary>
internal static class NameConcernedPeople
{
    public sealed record Request(
        [property: MaxLength(20, ErrorMessage = "最多20个账号。")] IReadOnlyList<string?>? Accounts = null,
        [property: StringLength(1000, ErrorMessage = "最多1000个字。")] string? Reason = null);

    public sealed record Response(PetitionStatus Status, int Count, bool ClaimReleased);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.NameConcerned(caller.Actor(), [.. (request.Accounts ?? []).OfType<string>()], request.Reason ?? "", now).Refused(out var refusal, out var named)) return refusal.ToProblem();

        await db.RecordAsync(petition, Act.NameConcerned, caller.Actor(), now, named, ct);
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, named.Count, named.ClaimReleased));
    }
}
