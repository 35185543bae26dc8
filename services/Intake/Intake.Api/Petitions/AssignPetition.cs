using Xinfang.Contracts.Intake.V1;
using Xinfang.Intake.Api.Desk;
using Xinfang.Intake.Api.Repeats;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>交办: POST /petitions/{id}/assignment</summary>
internal static class AssignPetition
{
    /// <param name="Repeat">重复信访: the clerk has found the same person with the same matter once more.</param>
    /// <param name="Concerned">Accounts of staff the petition is about.</param>
    public sealed record Request(
        string Organ, int ReportWithinDays, string Reason = "", string Demand = "", bool Repeat = false, IReadOnlyList<string>? Concerned = null);

    public static async Task<IResult> Handle(
        Guid id, Request request, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await db.Petitions.FindAsync([new PetitionId(id)], ct) is not { } petition) return Problems.NotFound();

        var (now, before) = (clock.Now(), petition.Digest());
        if (await db.HeldByAnotherAsync(id, caller, now.At, ct) is { } held) return held.ToProblem();
        var target = Dispatching.TargetOf(request.Organ, now.Date);
        if (petition.Assign(target, request.Reason, request.ReportWithinDays, request.Demand, caller.Account, now).Refused(out var refusal, out var assigned))
            return refusal.ToProblem();

        await using var transaction = await db.Database.BeginTransactionAsync(ct); // the letter's number and the letter
        var answer = await Dispatching.IssueAsync(db, people, petition, assigned, request.Reason, request.Demand, ct);
        var repeatRound = await db.ConfirmedRoundAsync(petition.Id, ct);
        await db.RecordAsync(petition, before, "Assign", caller.Account, caller.Organ, assigned.At, Flow.Basis(Act.Assign),
            new { organ = assigned.Organ, round = assigned.Round, late = assigned.Late, repeat = request.Repeat || repeatRound is not null, reportDueOn = assigned.Report!.DueOn, letter = answer.LetterNumber }, ct);
        db.Publish(id, EventOf(petition, assigned, request, now, repeatRound));
        await db.LetGoAsync(id, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.Announce();
        return TypedResults.Ok(answer);
    }

    // Of an accusation nothing leaves but that it is there, for whom, and sealed (art. 30).
    private static PetitionAssigned EventOf(Petition petition, Routed assigned, Request request, Moment now, int? repeatRound) => new()
    {
        PetitionId = assigned.Id.Value,
        Number = petition.Sealed ? null : petition.Number,
        Organ = assigned.Organ,
        Round = assigned.Round,
        Category = petition.Sealed ? null : petition.Category?.ToString(),
        ClaimCount = petition.Sealed ? 0 : petition.ClaimCount,
        ElectronicService = !petition.Sealed && petition.ElectronicService,
        Urgent = !petition.Sealed && petition.Urgent,
        Sealed = petition.Sealed,
        ReceivedByOfficeOn = petition.Sealed ? now.Date : petition.ReceivedOn,
        AssignedAt = assigned.At,
        ReportDueOn = assigned.Report!.DueOn,
        Repeat = !petition.Sealed && (request.Repeat || repeatRound is not null),
        RepeatRound = petition.Sealed ? null : repeatRound,
        ConcernedAccounts = petition.Sealed ? null : Dispatching.AccountsOf(request.Concerned),
    };
}
