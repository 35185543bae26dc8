using MassTransit;
using Xinfang.CaseHandling.Domain;
using Xinfang.Contracts.Intake.V1;
using Xinfang.Law;

namespace Xinfang.CaseHandling.Api.Routing;

/// <summary>满意度评价 (art. 21): noted with the organ's score; the reasons stay with Intake. A rating before any routing is not the organ's.</summary>
internal sealed class NoteRating(CaseHandlingDb db, LegalClock clock) : IConsumer<PetitionRated>
{
    public async Task Consume(ConsumeContext<PetitionRated> context)
    {
        var (rated, ct) = (context.Message, context.CancellationToken);
        if (rated.Organ is null) return;
        await db.LockForActAsync(rated.PetitionId, ct);
        var petition = await db.OpenAsync(db.Petitions, new PetitionId(rated.PetitionId), ct)
            ?? throw new EarlyEventException("The petition rated is not here yet.");

        var now = clock.Now();
        if (petition.Rate(rated.OrganScore, now) is { } fact) await db.RecordAsync(petition, Act.Rate, Actor.System, now, fact, ct);
    }
}
