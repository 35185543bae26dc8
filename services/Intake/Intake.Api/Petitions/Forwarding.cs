using Xinfang.Intake.Api.Desk;
using Xinfang.Intake.Api.Repeats;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>How one is forwarded.</summary>
/// <param name="Repeat">重复信访.</param>
/// <param name="Concerned">Accounts of staff the petition is about.</param>
internal sealed record ToForward(string Organ, string Reason = "", bool Repeat = false, IReadOnlyList<string>? Concerned = null);

/// <summary>转送 of one petition, alone or among several.</summary>
internal sealed class Forwarding(IntakeDb db, PersonalData people, LegalClock clock)
{
    // The words of Problems.NotFound.
    private static readonly Refusal NotFound = new("petition.not-found", "没有这个事项。可能编号不对，也可能不归您办。", Kind: RefusalKind.NotFound);

    public async Task<Result<RoutedAnswer>> ForwardAsync(Guid id, ToForward to, CurrentCaller caller, CancellationToken ct)
    {
        if (await db.Petitions.FindAsync([new PetitionId(id)], ct) is not { } petition) return NotFound;

        var (now, before) = (clock.Now(), petition.Digest());
        if (await db.HeldByAnotherAsync(id, caller, now.At, ct) is { } held) return held;
        if (petition.Forward(Dispatching.TargetOf(to.Organ, now.Date), to.Reason, caller.Account, now).Refused(out var refusal, out var forwarded)) return refusal;

        await using var transaction = await db.Database.BeginTransactionAsync(ct); // the letter's number and the letter
        var answer = await Dispatching.IssueAsync(db, people, petition, forwarded, to.Reason, demand: null, ct);
        var repeatRound = await db.ConfirmedRoundAsync(petition.Id, ct);
        await db.RecordAsync(petition, before, "Forward", caller.Account, caller.Organ, forwarded.At, Flow.Basis(Act.Forward),
            new { organ = forwarded.Organ, round = forwarded.Round, late = forwarded.Late, repeat = to.Repeat || repeatRound is not null, letter = answer.LetterNumber }, ct);
        db.Publish(id, ForwardPetition.EventOf(petition, forwarded, to, now, repeatRound));
        await db.LetGoAsync(id, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.Announce();
        return answer;
    }
}
