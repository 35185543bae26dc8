using MassTransit;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Contracts.DepartmentFeed.V1;
using Xinfang.Intake.Domain;
using Xinfang.Law;

namespace Xinfang.Intake.Api.Progress;

/// <summary>收到, 认领, 签收: the organ has it. Only the receipt starts terms; an acknowledgement goes into the record.</summary>
internal sealed class TrackReceipt(IntakeDb db)
    : IConsumer<PetitionReceived>, IConsumer<PetitionClaimed>, IConsumer<PetitionAcknowledged>
{
    public Task Consume(ConsumeContext<PetitionReceived> context)
    {
        var told = context.Message;
        return db.KeepAsync(told.PetitionId, told.Organ, $"{told.Organ}:{told.Round}", told.ReceivedAt, told, context.CancellationToken);
    }

    public Task Consume(ConsumeContext<PetitionClaimed> context)
    {
        var told = context.Message;
        return db.KeepAsync(told.PetitionId, told.Organ, told.Organ, told.ClaimedAt, told, context.CancellationToken);
    }

    public async Task Consume(ConsumeContext<PetitionAcknowledged> context)
    {
        var (told, ct) = (context.Message, context.CancellationToken);
        if (!await db.KeepAsync(told.PetitionId, told.Organ, told.EventId.ToString(), told.AcknowledgedAt, told, ct)) return;
        if (await db.Petitions.FindAsync([new PetitionId(told.PetitionId)], ct) is not { } petition) return;
        await db.RecordAsync(petition, petition.Digest(), "Acknowledge", Recording.System, told.Organ, told.AcknowledgedAt, PetitionRegulations.Notice,
            new { @event = told.EventId }, ct);
    }
}
