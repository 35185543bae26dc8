using System.Globalization;
using MassTransit;
using Xinfang.Contracts.CaseHandling.V1;

namespace Xinfang.Intake.Api.Progress;

/// <summary>Simple procedure, hearing and mediation (arts. 31, 33), and who of the organ has been in touch.</summary>
internal sealed class TrackCourse(IntakeDb db)
    : IConsumer<SimpleProcedureChosen>, IConsumer<SimpleProcedureLeft>, IConsumer<HearingCalled>, IConsumer<HearingHeld>, IConsumer<HearingCancelled>,
        IConsumer<MediationStarted>, IConsumer<MediationAgreed>, IConsumer<MediationFailed>, IConsumer<PetitionHandedOver>, IConsumer<PetitionerContacted>
{
    public Task Consume(ConsumeContext<SimpleProcedureChosen> context) => Keep(context, context.Message.PetitionId, context.Message.Organ, context.Message.ChosenAt);

    public Task Consume(ConsumeContext<SimpleProcedureLeft> context) => Keep(context, context.Message.PetitionId, context.Message.Organ, context.Message.EndedAt);

    public Task Consume(ConsumeContext<HearingCalled> context) => Keep(context, context.Message.PetitionId, context.Message.Organ, context.Message.CalledAt);

    public Task Consume(ConsumeContext<HearingHeld> context) => Keep(context, context.Message.PetitionId, context.Message.Organ, context.Message.RecordedAt);

    public Task Consume(ConsumeContext<HearingCancelled> context) => Keep(context, context.Message.PetitionId, context.Message.Organ, context.Message.CancelledAt);

    public Task Consume(ConsumeContext<MediationStarted> context) => Keep(context, context.Message.PetitionId, context.Message.Organ, context.Message.StartedAt);

    public Task Consume(ConsumeContext<MediationAgreed> context) => Keep(context, context.Message.PetitionId, context.Message.Organ, context.Message.AgreedAt);

    public Task Consume(ConsumeContext<MediationFailed> context) => Keep(context, context.Message.PetitionId, context.Message.Organ, context.Message.FailedAt);

    public Task Consume(ConsumeContext<PetitionHandedOver> context) => Keep(context, context.Message.PetitionId, context.Message.Organ, context.Message.HandedOverAt);

    public Task Consume(ConsumeContext<PetitionerContacted> context) => Keep(context, context.Message.PetitionId, context.Message.Organ, context.Message.ContactedAt);

    private Task<bool> Keep<T>(ConsumeContext<T> context, Guid petition, string organ, DateTimeOffset at) where T : class =>
        db.KeepAsync(petition, organ, $"{organ}:{at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}", at, context.Message, context.CancellationToken);
}
