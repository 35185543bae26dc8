using System.Globalization;
using MassTransit;
using Xinfang.Contracts.CaseHandling.V1;

namespace Xinfang.Intake.Api.Progress;

/// <summary>听取陈述, 延期, 作出处理意见 (arts. 31, 32, 34).</summary>
internal sealed class TrackHandling(IntakeDb db) : IConsumer<StatementHeard>, IConsumer<PetitionExtended>, IConsumer<PetitionDecided>, IConsumer<OpinionWithdrawn>
{
    public Task Consume(ConsumeContext<StatementHeard> context)
    {
        var told = context.Message;
        var day = told.HeardOn.ToString("O", CultureInfo.InvariantCulture);
        return db.KeepAsync(told.PetitionId, told.Organ, $"{told.Organ}:{day}", told.RecordedAt, told, context.CancellationToken);
    }

    public Task Consume(ConsumeContext<PetitionExtended> context)
    {
        var told = context.Message;
        return db.KeepAsync(told.PetitionId, told.Organ, told.DocumentId.ToString(), CaseFactKeeping.StartOf(told.ServedOn), told, context.CancellationToken);
    }

    public Task Consume(ConsumeContext<PetitionDecided> context)
    {
        var told = context.Message;
        return db.KeepAsync(told.PetitionId, told.Organ, told.DocumentId.ToString(), told.DecidedAt, told, context.CancellationToken);
    }

    public Task Consume(ConsumeContext<OpinionWithdrawn> context)
    {
        var told = context.Message;
        return db.KeepAsync(told.PetitionId, told.Organ, told.DocumentId.ToString(), told.WithdrawnAt, told, context.CancellationToken);
    }
}
