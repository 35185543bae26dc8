using MassTransit;
using Xinfang.CaseHandling.Domain;
using Xinfang.Contracts.Intake.V1;
using Xinfang.Law;

namespace Xinfang.CaseHandling.Api.Routing;

/// <summary>撤回: noted, and what was owed is owed no more. What is answered or ended stays as it is; one withdrawn before any routing is not the organ's.</summary>
internal sealed class NoteWithdrawal(CaseHandlingDb db, LegalClock clock) : IConsumer<PetitionWithdrawn>
{
    public async Task Consume(ConsumeContext<PetitionWithdrawn> context)
    {
        var (withdrawn, ct) = (context.Message, context.CancellationToken);
        if (withdrawn.Organ is null) return;
        await db.LockForActAsync(withdrawn.PetitionId, ct);
        var petition = await db.OpenAsync(db.Petitions, new PetitionId(withdrawn.PetitionId), ct)
            ?? throw new EarlyEventException("The petition withdrawn is not here yet.");

        var now = clock.Now();
        if (petition.Withdraw(now) is { } fact) await db.RecordAsync(petition, Act.Withdraw, Actor.System, now, fact, ct);
    }
}
