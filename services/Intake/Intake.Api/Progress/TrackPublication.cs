using MassTransit;
using Xinfang.Contracts.CaseHandling.V1;

namespace Xinfang.Intake.Api.Progress;

/// <summary>公开答复 and 撤回公开, told by the organ.</summary>
internal sealed class TrackPublication(IntakeDb db) : IConsumer<ReplyPublished>, IConsumer<ReplyWithdrawn>
{
    public Task Consume(ConsumeContext<ReplyPublished> context)
    {
        var told = context.Message;
        return db.KeepAsync(told.PetitionId, told.Organ, told.ReplyId.ToString(), told.PublishedAt, told, context.CancellationToken);
    }

    public Task Consume(ConsumeContext<ReplyWithdrawn> context)
    {
        var told = context.Message;
        return db.KeepAsync(told.PetitionId, told.Organ, told.ReplyId.ToString(), told.WithdrawnAt, told, context.CancellationToken);
    }
}
