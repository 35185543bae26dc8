using System.Globalization;
using MassTransit;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Progress;

/// <summary>送达 and 办结: from the service the petitioner's rights to review and rating run (arts. 21, 35).</summary>
internal sealed class TrackCompletion(IntakeDb db) : IConsumer<OpinionServed>, IConsumer<PetitionCompleted>
{
    public Task Consume(ConsumeContext<OpinionServed> context)
    {
        var told = context.Message;
        return db.KeepAsync(told.PetitionId, told.Organ, told.DocumentId.ToString(), CaseFactKeeping.StartOf(told.ServedOn), told, context.CancellationToken);
    }

    public async Task Consume(ConsumeContext<PetitionCompleted> context)
    {
        var (told, ct) = (context.Message, context.CancellationToken);
        var key = $"{told.Organ}:{told.CompletedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}"; // once more after a reopening or a redo
        if (await db.KeepAsync(told.PetitionId, told.Organ, key, told.CompletedAt, told, ct))
            await db.EndAsync(Act.Complete, told.PetitionId, told.Organ, told.CompletedAt, new { organ = told.Organ, inTime = told.InTime }, ct);
    }
}
