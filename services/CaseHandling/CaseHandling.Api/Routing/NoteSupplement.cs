using MassTransit;
using Xinfang.CaseHandling.Domain;
using Xinfang.Contracts.Intake.V1;
using Xinfang.Law;

namespace Xinfang.CaseHandling.Api.Routing;

/// <summary>补充材料: noted, so that the organ knows to read the dossier again. One filed before the petition was routed is not its concern.</summary>
internal sealed class NoteSupplement(CaseHandlingDb db, LegalClock clock) : IConsumer<PetitionSupplemented>
{
    public async Task Consume(ConsumeContext<PetitionSupplemented> context)
    {
        var (supplemented, ct) = (context.Message, context.CancellationToken);
        if (supplemented.Organ is null) return;
        await db.LockForActAsync(supplemented.PetitionId, ct);
        var petition = await db.OpenAsync(db.Petitions, new PetitionId(supplemented.PetitionId), ct)
            ?? throw new EarlyEventException("The petition supplemented is not here yet.");

        if (petition.Supplement(supplemented.SupplementNumber) is { } fact)
            await db.RecordAsync(petition, Act.Supplement, Actor.System, clock.Now(), fact, ct);
    }
}
