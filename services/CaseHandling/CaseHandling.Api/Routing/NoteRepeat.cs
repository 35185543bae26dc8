using MassTransit;
using Xinfang.CaseHandling.Domain;
using Xinfang.Contracts.Intake.V1;
using Xinfang.Law;

namespace Xinfang.CaseHandling.Api.Routing;

/// <summary>重复信访, confirmed or taken back while an organ has the petition. Before any routing it is not the organ's: the routing tells it then. The same event told by others changes nothing here.</summary>
internal sealed class NoteRepeat(CaseHandlingDb db, LegalClock clock) : IConsumer<RepeatConfirmed>, IConsumer<RepeatUndone>
{
    private const string Repeats = "Repeat";

    public Task Consume(ConsumeContext<RepeatConfirmed> context) =>
        Note(context.Message.PetitionId, context.Message.Organ, context.Message.Kind, context.Message.RepeatRound, context.CancellationToken);

    public Task Consume(ConsumeContext<RepeatUndone> context) =>
        Note(context.Message.PetitionId, context.Message.Organ, context.Message.Kind, context.Message.RepeatRound, context.CancellationToken);

    private async Task Note(Guid id, string? organ, string kind, int round, CancellationToken ct)
    {
        if (organ is null || kind != Repeats) return;
        await db.LockForActAsync(id, ct);
        var petition = await db.OpenAsync(db.Petitions, new PetitionId(id), ct) ?? throw new EarlyEventException("The petition that repeats another is not here yet.");
        if (petition.NoteRepeat(round) is { } fact) await db.RecordAsync(petition, Act.NoteRepeat, Actor.System, clock.Now(), fact, ct);
    }
}
