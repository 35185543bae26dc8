using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>听取信访人陈述: POST /petitions/{id}/statement</summary>
internal static class HearStatement
{
    public sealed record Request(DateOnly HeardOn, StatementWay Way, [property: StringLength(5000, ErrorMessage = "最多5000个字。")] string? Summary = null);

    public sealed record Response(PetitionStatus Status, DateOnly HeardOn, StatementWay Way);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.HearStatement(caller.Actor(), request.HeardOn, request.Way, request.Summary ?? "", now).Refused(out var refusal, out var heard))
            return refusal.ToProblem();

        await db.RecordAsync(petition, Act.HearStatement, caller.Actor(), now, heard, ct);
        db.Publish(id, new Contracts.CaseHandling.V1.StatementHeard { PetitionId = id, Organ = petition.Organ, HeardOn = heard.HeardOn, RecordedAt = now.At });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, heard.HeardOn, heard.Way));
    }
}
