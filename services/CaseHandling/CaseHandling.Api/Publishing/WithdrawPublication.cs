using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Domain;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Publishing;

/// <summary>撤回公开: POST /petitions/{id}/publication/withdrawal. A proposal is given back; what was published is taken down at once.</summary>
internal static class WithdrawPublication
{
    public sealed record Request([property: StringLength(500, ErrorMessage = "最多500个字。")] string? Reason = null);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.WithdrawPublication(caller.Actor(), request.Reason ?? "", now).Refused(out var refusal, out var withdrawn)) return refusal.ToProblem();

        if (await db.Set<PublishedReply>().FirstOrDefaultAsync(reply => reply.PetitionId == petition.Id, ct) is { } reply) db.Remove(reply);
        await db.RecordAsync(petition, Act.WithdrawPublication, caller.Actor(), now, withdrawn, ct);
        if (withdrawn.WasPublished) db.Publish(id, new ReplyWithdrawn { PetitionId = id, Organ = petition.Organ, ReplyId = withdrawn.Publication, WithdrawnAt = now.At });
        await db.CommitAsync(ct);
        return TypedResults.NoContent();
    }
}
