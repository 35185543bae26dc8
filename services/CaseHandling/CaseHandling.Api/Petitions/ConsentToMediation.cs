using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>记下同意调解: POST /petitions/{id}/mediation/consents. Both sides before it begins (art. 33).</summary>
internal static class ConsentToMediation
{
    public sealed record Request(
        MediationKind Kind,
        Party Party,
        DateOnly On,
        bool WithinDiscretion = false,
        [property: StringLength(1000, ErrorMessage = "最多1000个字。")] string? Note = null);

    public sealed record Response(PetitionStatus Status, MediationKind Kind, Party Party);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.ConsentToMediation(caller.Actor(), request.Kind, request.Party, request.On, request.Note ?? "", request.WithinDiscretion, now).Refused(out var refusal, out var consented)) return refusal.ToProblem();

        await db.RecordAsync(petition, Act.ConsentToMediation, caller.Actor(), now, consented, ct);
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, consented.Kind, consented.Party));
    }
}
