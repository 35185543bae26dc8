using Xinfang.Contracts.Intake.V1;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Api.Petitions;
using Xinfang.Intake.Api.Repeats;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Disputes;

/// <summary>协调结果: POST /petitions/{id}/dispute/outcome. With an organ it is settled and the petition is forwarded there; without, the next level has it.</summary>
internal static class DecideDispute
{
    public sealed record Request(string? Organ = null, string? Reason = null);

    public sealed record Response(DisputeView Dispute, RoutedAnswer? Routed);

    private static readonly Refusal None = new("dispute.none", "这件事没有在协调。", PetitionRegulations.JurisdictionDispute);

    public static async Task<IResult> Handle(
        Guid id, Request request, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await db.Petitions.FindAsync([new PetitionId(id)], ct) is not { } petition) return Problems.NotFound();
        if (await db.Disputes.FindAsync([petition.Id], ct) is not { } dispute) return (Flow.Refuses(petition.Status, Act.DecideDispute) ?? None).ToProblem();

        var (now, before, number) = (clock.Now(), petition.Digest(), dispute.Steps.Count);
        var target = string.IsNullOrWhiteSpace(request.Organ) ? null : Dispatching.TargetOf(request.Organ, now.Date);
        if (petition.DecideDispute(dispute, target, request.Reason, caller.Has(Duty.Oversee), caller.Account, now).Refused(out var refusal, out var decided)) return refusal.ToProblem();

        await using var transaction = await db.Database.BeginTransactionAsync(ct); // the letter's number and the letter
        db.DisputeWords.Add(new DisputeWords { PetitionId = petition.Id, Number = number, Text = people.Encrypt(request.Reason!.Trim(), id) });
        var routed = decided.Settled is { } settled ? await Dispatching.IssueAsync(db, people, petition, settled, request.Reason!, demand: null, ct) : null;
        await db.RecordAsync(petition, before, "DecideDispute", caller.Account, caller.Organ, decided.At, PetitionRegulations.JurisdictionDispute,
            new { level = decided.Level, organ = decided.Settled?.Organ, next = decided.Next, dueOn = decided.Due?.DueOn, letter = routed?.LetterNumber }, ct);
        db.Publish(id, new JurisdictionDisputed { PetitionId = id, Level = (decided.Next ?? decided.Level).ToString(), Settled = decided.Settled?.Organ, At = decided.At });
        if (decided.Settled is { } forwarded) db.Publish(id, ForwardPetition.EventOf(petition, forwarded, new(forwarded.Organ), now, await db.ConfirmedRoundAsync(petition.Id, ct)));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.Announce();
        return TypedResults.Ok(new Response(await DisputeView.ReadAsync(db, petition, people, now, ct) ?? throw new InvalidOperationException("The dispute is gone."), routed));
    }
}
