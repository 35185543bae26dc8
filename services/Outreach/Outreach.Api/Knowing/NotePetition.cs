using MassTransit;
using Microsoft.EntityFrameworkCore;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Contracts.Intake.V1;

namespace Xinfang.Outreach.Api.Knowing;

/// <summary>Keeps what the cases reveal by street and category. A late event never undoes a later one: where order matters, the time it carries decides.</summary>
internal sealed class NotePetition(OutreachDb db) :
    IConsumer<PetitionRegistered>, IConsumer<PetitionClassified>, IConsumer<PetitionForwarded>, IConsumer<PetitionAssigned>, IConsumer<PetitionAnswered>,
    IConsumer<RepeatConfirmed>, IConsumer<RepeatUndone>, IConsumer<PetitionDeclined>
{
    private const string SameEvent = "SameEvent", Diverted = "Diverted";

    public async Task Consume(ConsumeContext<PetitionRegistered> context)
    {
        var (told, fact) = (context.Message, await FactAsync(context.Message.PetitionId, context.CancellationToken));
        fact.ReceivedOn = told.ReceivedOn;
        if (!fact.Sealed) (fact.Channel, fact.Street) = (told.Channel, told.Street);
    }

    public async Task Consume(ConsumeContext<PetitionClassified> context)
    {
        var (told, fact) = (context.Message, await FactAsync(context.Message.PetitionId, context.CancellationToken));
        if (told.Sealed) fact.Seal();
        if (fact.Sealed || fact.ClassifiedAt > told.ClassifiedAt) return;
        (fact.Category, fact.ClassifiedAt) = (PetitionFact.CategoryOf(told.ContentCode), told.ClassifiedAt);
    }

    public Task Consume(ConsumeContext<PetitionForwarded> context) =>
        RoutedAsync(context.Message.PetitionId, context.Message.Organ, context.Message.Round, context.Message.Sealed, context.CancellationToken);

    public Task Consume(ConsumeContext<PetitionAssigned> context) =>
        RoutedAsync(context.Message.PetitionId, context.Message.Organ, context.Message.Round, context.Message.Sealed, context.CancellationToken);

    public async Task Consume(ConsumeContext<PetitionAnswered> context)
    {
        var fact = await FactAsync(context.Message.PetitionId, context.CancellationToken);
        if (!fact.Sealed && context.Message.Outcome == Diverted) fact.Diverted = true;
    }

    public Task Consume(ConsumeContext<RepeatConfirmed> context) =>
        RepeatAsync(context.Message.PetitionId, context.Message.Kind, context.Message.RepeatRound, said: true, context.Message.ConfirmedAt, context.CancellationToken);

    public Task Consume(ConsumeContext<RepeatUndone> context) =>
        RepeatAsync(context.Message.PetitionId, context.Message.Kind, context.Message.RepeatRound, said: false, context.Message.UndoneAt, context.CancellationToken);

    public async Task Consume(ConsumeContext<PetitionDeclined> context)
    {
        var fact = await FactAsync(context.Message.PetitionId, context.CancellationToken);
        if (!fact.Sealed) fact.Declined = true;
    }

    private async Task RoutedAsync(Guid petition, string organ, int round, bool isSealed, CancellationToken ct)
    {
        var fact = await FactAsync(petition, ct);
        if (isSealed) fact.Seal();
        if (fact.Sealed || round < fact.Round) return;
        (fact.Organ, fact.Round) = (organ, round);
    }

    private async Task RepeatAsync(Guid petition, string kind, int round, bool said, DateTimeOffset at, CancellationToken ct)
    {
        var fact = await FactAsync(petition, ct);
        if (fact.Sealed || fact.RepeatSaidAt > at) return;
        fact.RepeatSaidAt = at;
        if (kind == SameEvent) fact.Echo = said;
        else fact.Repeat = round > 1;
    }

    private async Task<PetitionFact> FactAsync(Guid petition, CancellationToken ct)
    {
        if (await db.Set<PetitionFact>().SingleOrDefaultAsync(fact => fact.PetitionId == petition, ct) is { } known) return known;
        var fact = new PetitionFact { PetitionId = petition };
        db.Add(fact);
        return fact;
    }
}
