using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Documents.Opinions;

/// <summary>作废处理意见书: POST /petitions/{id}/opinion/withdrawal. Before service only; the number stays given.</summary>
internal static class WithdrawOpinion
{
    public sealed record Request([property: StringLength(1000, ErrorMessage = "最多1000个字。")] string? Reason = null);

    public sealed record Response(PetitionStatus Status, DateOnly StrictDueOn, DateOnly DueOn, DocumentView Document);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.WithdrawOpinion(caller.Actor(), request.Reason ?? "", now).Refused(out var refusal, out var withdrawn)) return refusal.ToProblem();

        var opinion = await db.LastDocumentAsync(petition.Id, DocumentKind.Opinion, ct);
        opinion.Withdraw(withdrawn.On);
        await db.RecordAsync(petition, Act.WithdrawOpinion, caller.Actor(), now, withdrawn, ct, opinion);
        db.Publish(id, new Contracts.CaseHandling.V1.OpinionWithdrawn
        {
            PetitionId = id,
            Organ = petition.Organ,
            WithdrawnAt = now.At,
            StrictDueOn = withdrawn.Answer.StrictDueOn,
            DueOn = withdrawn.Answer.DueOn,
            DocumentId = opinion.Id,
            DocumentNumber = opinion.Number,
        });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, withdrawn.Answer.StrictDueOn, withdrawn.Answer.DueOn, DocumentView.Of(opinion)));
    }
}
