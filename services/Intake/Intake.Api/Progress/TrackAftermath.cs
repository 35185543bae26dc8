using System.Globalization;
using MassTransit;
using Xinfang.Contracts.CaseHandling.V1;

namespace Xinfang.Intake.Api.Progress;

/// <summary>落实, 终止, 重新办理 (arts. 21, 32), and that an accusation was passed on or answered (art. 30).</summary>
internal sealed class TrackAftermath(IntakeDb db)
    : IConsumer<EnforcementDone>, IConsumer<EnforcementRefused>, IConsumer<PetitionTerminated>, IConsumer<PetitionReopened>,
        IConsumer<AccusationTransferred>, IConsumer<AccusationResultTold>
{
    public Task Consume(ConsumeContext<EnforcementDone> context)
    {
        var told = context.Message;
        var key = $"{told.Organ}:{told.Item}:{told.DoneOn.ToString("O", CultureInfo.InvariantCulture)}";
        return db.KeepAsync(told.PetitionId, told.Organ, key, CaseFactKeeping.StartOf(told.DoneOn), told, context.CancellationToken);
    }

    public Task Consume(ConsumeContext<EnforcementRefused> context) =>
        db.KeepAsync(context.Message.PetitionId, context.Message.Organ, $"{context.Message.Organ}:{context.Message.Item}", context.Message.RefusedAt, context.Message, context.CancellationToken);

    public Task Consume(ConsumeContext<PetitionTerminated> context) =>
        db.KeepAsync(context.Message.PetitionId, context.Message.Organ, context.Message.Organ, context.Message.TerminatedAt, context.Message, context.CancellationToken);

    public Task Consume(ConsumeContext<PetitionReopened> context) =>
        db.KeepAsync(context.Message.PetitionId, context.Message.Organ, context.Message.ReopenedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            context.Message.ReopenedAt, context.Message, context.CancellationToken);

    public Task Consume(ConsumeContext<AccusationTransferred> context) =>
        db.KeepAsync(context.Message.PetitionId, context.Message.Organ, context.Message.Organ, context.Message.TransferredAt, context.Message, context.CancellationToken);

    public Task Consume(ConsumeContext<AccusationResultTold> context) =>
        db.KeepAsync(context.Message.PetitionId, context.Message.Organ, context.Message.Organ, context.Message.ToldAt, context.Message, context.CancellationToken);
}
