using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Proposals;

/// <summary>起草建议 on a petition, by a supervisor: PUT /supervision/proposals/{proposal}.</summary>
internal static class DraftProposal
{
    public sealed record Request(
        Guid PetitionId, ProposalKind Kind,
        [property: StringLength(20, ErrorMessage = "没有这个单位。")] string Addressee,
        [property: StringLength(5000, ErrorMessage = "最多5000个字。")] string? Problem = null,
        [property: StringLength(5000, ErrorMessage = "最多5000个字。")] string? Advice = null,
        [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Consequences = null);

    public static async Task<Results<Ok<ProposalView>, ProblemHttpResult>> Handle(
        Guid proposal, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        var (now, person) = (clock.Now(), caller.Person());
        if (Proposal.Flow.Refuses(ProposalAct.Draft, null, person.Capacity) is { } forbidden) return forbidden.ToProblem();
        if (proposal.Version != 7) return CreatedIds.Invalid();
        if (await db.OpenAsync(request.PetitionId, caller, ct) is not { } petition) return Problems.NotFound();
        if (await db.OpenFiledAsync(db.ProposalsFor(caller), proposal, ct) is { } known) return TypedResults.Ok(await ProposalView.OfAsync(known, db, caller, now, ct));
        if (Organs.Find(request.Addressee) is null) return Problems.Invalid(new Dictionary<string, string[]> { ["addressee"] = ["没有这个单位，请从名单里选。"] });

        var draft = new ProposalDraft(request.Kind, request.Addressee, request.Problem, request.Advice, request.Consequences);
        if (Proposal.Begin(proposal, petition, draft, Organs.Find(Organs.Office)!.Superior!, person, now).Refused(out var refusal, out var begun)) return refusal.ToProblem();

        db.Add(begun);
        await db.CommitAsync(ct);
        return TypedResults.Ok(await ProposalView.OfAsync(begun, db, caller, now, ct));
    }
}
