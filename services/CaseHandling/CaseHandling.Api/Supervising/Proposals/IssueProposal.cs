using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Proposals;

/// <summary>签发建议 by the head of the office: POST /supervision/proposals/{proposal}/signature. Takes a number, tells the addressee.</summary>
internal static class IssueProposal
{
    public static async Task<Results<Ok<ProposalView>, ProblemHttpResult>> Handle(
        Guid proposal, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenFiledAsync(db.ProposalsFor(caller), proposal, ct) is not { } found) return Problems.NotFound();
        var (now, person) = (clock.Now(), caller.Person());
        if (found.Refuses(ProposalAct.Issue, person, now) is { } early) return early.ToProblem();

        var number = await db.NumberAsync("Proposal", "建", now.Date.Year, ct);
        if (found.Issue(person, number, now).Refused(out var refusal, out _)) return refusal.ToProblem();

        await db.NoteAsync(found.PetitionId, SupervisingRecord.NameOf(ProposalAct.Issue), PetitionRegulations.Proposals, person, now,
            new Supervised($"发出{SupervisingWords.Of(found.Kind)}，最晚{ChineseDates.WithYear(found.DueOn.GetValueOrDefault())}反馈采纳情况", found.Id, number, found.DueOn), ct);
        db.Publish(found.PetitionId.Value, new Contracts.CaseHandling.V1.ProposalIssued
        {
            PetitionId = found.PetitionId.Value, Organ = found.Addressee, ProposalId = found.Id, Kind = found.Kind.ToString(), DocumentNumber = number,
            IssuedAt = now.At, DueOn = found.DueOn.GetValueOrDefault(),
        });
        await db.CommitAsync(ct);
        return TypedResults.Ok(await ProposalView.OfAsync(found, db, caller, now, ct));
    }
}
