using MassTransit;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Progress;

/// <summary>复查 and 复核 (arts. 35, 36), told by the reviewing body; a revocation opens the handling again.</summary>
internal sealed class TrackReview(IntakeDb db) :
    IConsumer<ReviewRequested>, IConsumer<RecheckRequested>, IConsumer<ReviewRequestAnswered>, IConsumer<ReviewHearingHeld>,
    IConsumer<ReviewDecided>, IConsumer<RecheckDecided>, IConsumer<ReviewOpinionServed>
{
    public Task Consume(ConsumeContext<ReviewRequested> context) => Keep(context.Message, context.Message.PetitionId, context.Message.Organ, context.Message.ReviewId, context.Message.RequestedAt, context);

    public Task Consume(ConsumeContext<RecheckRequested> context) => Keep(context.Message, context.Message.PetitionId, context.Message.Organ, context.Message.ReviewId, context.Message.RequestedAt, context);

    public Task Consume(ConsumeContext<ReviewRequestAnswered> context) => Keep(context.Message, context.Message.PetitionId, context.Message.Organ, context.Message.ReviewId, context.Message.AnsweredAt, context);

    public Task Consume(ConsumeContext<ReviewHearingHeld> context)
    {
        var told = context.Message;
        return db.KeepAsync(told.PetitionId, told.Organ, $"{told.ReviewId}:{told.HeldFrom:O}", told.RecordedAt, told, context.CancellationToken);
    }

    public Task Consume(ConsumeContext<ReviewDecided> context)
    {
        var told = context.Message;
        return Decided(told, told.PetitionId, told.Organ, told.ReviewId, told.DecidedAt, told.RedoDueOn, context);
    }

    public Task Consume(ConsumeContext<RecheckDecided> context)
    {
        var told = context.Message;
        return Decided(told, told.PetitionId, told.Organ, told.ReviewId, told.DecidedAt, told.RedoDueOn, context);
    }

    public Task Consume(ConsumeContext<ReviewOpinionServed> context) =>
        Keep(context.Message, context.Message.PetitionId, context.Message.Organ, context.Message.ReviewId, CaseFactKeeping.StartOf(context.Message.ServedOn), context);

    private async Task Decided<T>(T told, Guid petition, string organ, Guid review, DateTimeOffset at, DateOnly? redoDueOn, ConsumeContext context) where T : class
    {
        if (await Keep(told, petition, organ, review, at, context) && redoDueOn is { } due)
            await db.EndAsync(Act.Redo, petition, organ, at, new { organ, due }, context.CancellationToken);
    }

    private Task<bool> Keep<T>(T told, Guid petition, string organ, Guid review, DateTimeOffset at, ConsumeContext context) where T : class =>
        db.KeepAsync(petition, organ, review.ToString(), at, told, context.CancellationToken);
}

/// <summary>不再受理 (art. 36 para. 3).</summary>
internal sealed class TrackBarring(IntakeDb db) : IConsumer<PetitionBarred>
{
    public async Task Consume(ConsumeContext<PetitionBarred> context)
    {
        var (told, ct) = (context.Message, context.CancellationToken);
        if (await db.KeepAsync(told.PetitionId, told.Organ, told.Organ, told.BarredAt, told, ct))
            await db.EndAsync(Act.Bar, told.PetitionId, told.Organ, told.BarredAt, new { organ = told.Organ, number = told.DocumentNumber }, ct);
    }
}
