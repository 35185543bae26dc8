using MassTransit;
using Xinfang.CaseHandling.Domain;
using Xinfang.Contracts.DepartmentFeed.V1;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.CaseHandling.Api.Routing;

/// <summary>签收: the first acknowledgement by the system of the organ that holds the petition is recorded, once per round.</summary>
internal sealed class NoteAcknowledgement(CaseHandlingDb db, LegalClock clock) : IConsumer<PetitionAcknowledged>
{
    public async Task Consume(ConsumeContext<PetitionAcknowledged> context)
    {
        var (acknowledged, ct) = (context.Message, context.CancellationToken);
        if (acknowledged.Organ == Organs.Office) return; // the office reads every event and holds none
        await db.LockForActAsync(acknowledged.PetitionId, ct);
        var petition = await db.OpenAsync(db.Petitions, new PetitionId(acknowledged.PetitionId), ct)
            ?? throw new EarlyEventException("The petition acknowledged is not here yet.");
        if (petition.Organ != acknowledged.Organ)
        {
            if (petition.FormerOrgans.Contains(acknowledged.Organ)) return; // late
            throw new EarlyEventException("The organ that acknowledged does not hold the petition yet.");
        }

        var now = clock.Now();
        if (petition.Acknowledge(now) is { } fact) await db.RecordAsync(petition, Act.Acknowledge, Actor.System, now, fact, ct);
    }
}
