using System.Globalization;
using MassTransit;
using Xinfang.Contracts.CaseHandling.V1;

namespace Xinfang.Intake.Api.Progress;

/// <summary>A suggestion was studied, what was adopted of it has been done, it was thanked for or rewarded (art. 29).</summary>
internal sealed class TrackSuggestions(IntakeDb db) : IConsumer<SuggestionStudied>, IConsumer<AdoptionCarriedOut>, IConsumer<SuggestionRewarded>
{
    public Task Consume(ConsumeContext<SuggestionStudied> context) => Keep(context, context.Message.PetitionId, context.Message.Organ, context.Message.StudiedOn, "");

    public Task Consume(ConsumeContext<AdoptionCarriedOut> context) => Keep(context, context.Message.PetitionId, context.Message.Organ, context.Message.DoneOn, "");

    public Task Consume(ConsumeContext<SuggestionRewarded> context) => Keep(context, context.Message.PetitionId, context.Message.Organ, context.Message.RewardedOn, context.Message.Kind);

    private Task<bool> Keep<T>(ConsumeContext<T> context, Guid petition, string organ, DateOnly on, string what) where T : class =>
        db.KeepAsync(petition, organ, $"{organ}:{on.ToString("O", CultureInfo.InvariantCulture)}:{what}", CaseFactKeeping.StartOf(on), context.Message, context.CancellationToken);
}
