using MassTransit;
using Xinfang.Contracts.CaseHandling.V1;

namespace Xinfang.Intake.Api.Progress;

/// <summary>临期, 超期: that somebody was reminded. Whether a term is overdue is derived from its date, never from this.</summary>
internal sealed class TrackTerms(IntakeDb db) : IConsumer<TermDueSoon>, IConsumer<TermOverdue>, IConsumer<TermCorrected>
{
    public Task Consume(ConsumeContext<TermDueSoon> context)
    {
        var told = context.Message;
        return db.KeepAsync(told.PetitionId, told.Organ, $"{told.Organ}:{told.Term}:{told.DueOn:O}", told.NoticedAt, told, context.CancellationToken);
    }

    public Task Consume(ConsumeContext<TermCorrected> context)
    {
        var told = context.Message;
        return db.KeepAsync(told.PetitionId, told.Organ, $"{told.Organ}:{told.Term}:{told.CorrectedAt:O}", told.CorrectedAt, told, context.CancellationToken);
    }

    public Task Consume(ConsumeContext<TermOverdue> context)
    {
        var told = context.Message;
        return db.KeepAsync(told.PetitionId, told.Organ, $"{told.Organ}:{told.Term}:{told.DueOn:O}", told.NoticedAt, told, context.CancellationToken);
    }
}
