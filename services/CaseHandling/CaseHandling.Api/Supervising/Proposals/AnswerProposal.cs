using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Proposals;

/// <summary>反馈采纳情况 in writing (art. 40 para. 4): POST /supervision/proposals/{proposal}/feedback.</summary>
internal static class AnswerProposal
{
    public sealed record Request(Adoption Adoption, [property: StringLength(5000, ErrorMessage = "最多5000个字。")] string? Text = null, DateOnly? ReceivedOn = null);

    public static async Task<Results<Ok<ProposalView>, ProblemHttpResult>> Handle(
        Guid proposal, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenFiledAsync(db.ProposalsFor(caller), proposal, ct) is not { } found) return Problems.NotFound();
        var (now, person) = (clock.Now(), caller.Person());

        if (found.Answer(person, request.Adoption, request.Text, request.ReceivedOn, now).Refused(out var refusal, out _)) return refusal.ToProblem();

        await db.NoteAsync(found.PetitionId, SupervisingRecord.NameOf(ProposalAct.Answer), PetitionRegulations.ProposalFeedback, person, now,
            new Supervised($"{SupervisingWords.Of(found.Kind)}的采纳情况：{SupervisingWords.Of(request.Adoption)}", found.Id, found.Number), ct);
        db.Publish(found.PetitionId.Value, new Contracts.CaseHandling.V1.ProposalAnswered
        {
            PetitionId = found.PetitionId.Value, Organ = found.Addressee, ProposalId = found.Id, Adoption = request.Adoption.ToString(),
            InTime = found.AnsweredOn <= found.DueOn, AnsweredAt = now.At,
        });
        await db.CommitAsync(ct);
        return TypedResults.Ok(await ProposalView.OfAsync(found, db, caller, now, ct));
    }
}
