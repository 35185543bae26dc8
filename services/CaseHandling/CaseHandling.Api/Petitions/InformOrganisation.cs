using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>告知组织（人事）部门: POST /petitions/{id}/accusation/organisation (art. 30).</summary>
internal static class InformOrganisation
{
    public sealed record Request(
        DateOnly On,
        [property: StringLength(1000, ErrorMessage = "最多1000个字。")] string? Note = null);

    public sealed record Response(PetitionStatus Status, DateOnly On);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.InformOrganisation(caller.Actor(), request.On, request.Note ?? "", now).Refused(out var refusal, out var informed)) return refusal.ToProblem();

        await db.RecordAsync(petition, Act.InformOrganisation, caller.Actor(), now, informed, ct);
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, informed.On));
    }
}
