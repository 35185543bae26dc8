using MassTransit;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Progress;

/// <summary>受理 or 不予受理 (art. 23).</summary>
internal sealed class TrackAcceptance(IntakeDb db) : IConsumer<PetitionAccepted>, IConsumer<PetitionDeclined>
{
    public Task Consume(ConsumeContext<PetitionAccepted> context)
    {
        var told = context.Message;
        return db.KeepAsync(told.PetitionId, told.Organ, told.Organ, told.AcceptedAt, told, context.CancellationToken);
    }

    public async Task Consume(ConsumeContext<PetitionDeclined> context)
    {
        var (told, ct) = (context.Message, context.CancellationToken);
        if (await db.KeepAsync(told.PetitionId, told.Organ, told.Organ, told.DeclinedAt, told, ct))
            await db.EndAsync(Act.Decline, told.PetitionId, told.Organ, told.DeclinedAt, new { organ = told.Organ, road = told.Road, number = told.DocumentNumber }, ct);
    }
}
