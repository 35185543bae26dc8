using MassTransit;
using Xinfang.CaseHandling.Domain;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Contracts.Intake.V1;
using Xinfang.Law;

namespace Xinfang.CaseHandling.Api.Routing;

/// <summary>收到: a routing by the office makes the petition available to the organ, in a first or a later round.</summary>
internal sealed class ReceivePetition(CaseHandlingDb db, LegalClock clock) : IConsumer<PetitionForwarded>, IConsumer<PetitionAssigned>
{
    public Task Consume(ConsumeContext<PetitionForwarded> context)
    {
        var forwarded = context.Message;
        return Receive(new Domain.Routing(
            new(forwarded.PetitionId), forwarded.Organ, forwarded.Round, forwarded.Number, CategoryOf(forwarded.Category, forwarded.Sealed),
            forwarded.ClaimCount, forwarded.ElectronicService, forwarded.Urgent, forwarded.ReceivedByOfficeOn,
            Repeat: forwarded.Repeat, Concerned: AccountsOf(forwarded.ConcernedAccounts), RepeatRound: forwarded.RepeatRound), context.CancellationToken);
    }

    public Task Consume(ConsumeContext<PetitionAssigned> context)
    {
        var assigned = context.Message;
        return Receive(new Domain.Routing(
            new(assigned.PetitionId), assigned.Organ, assigned.Round, assigned.Number, CategoryOf(assigned.Category, assigned.Sealed),
            assigned.ClaimCount, assigned.ElectronicService, assigned.Urgent, assigned.ReceivedByOfficeOn,
            Moment.DateIn(assigned.AssignedAt), assigned.ReportDueOn, assigned.Repeat, AccountsOf(assigned.ConcernedAccounts), assigned.RepeatRound), context.CancellationToken);
    }

    private async Task Receive(Domain.Routing routing, CancellationToken ct)
    {
        var now = clock.Now();
        if (routing.Round > 1) await db.LockForActAsync(routing.Id.Value, ct);
        var petition = await db.OpenAsync(db.Petitions, routing.Id, ct);
        if (petition?.Round >= routing.Round) return; // told before

        Received? received;
        if (petition is null)
        {
            if (routing.Round != 1) throw new EarlyEventException($"Round {routing.Round} came before round 1.");
            (petition, received) = Petition.Receive(routing, now);
            db.Add(petition);
        }
        else if (routing.Round != petition.Round + 1 || petition.ReceiveAgain(routing, now).Refused(out _, out received))
        {
            throw new EarlyEventException($"Round {routing.Round} came while round {petition.Round} was {petition.Status}.");
        }

        await db.RecordAsync(petition, Act.Receive, Actor.System, now, received, ct);
        db.Publish(routing.Id.Value, new PetitionReceived
        {
            PetitionId = routing.Id.Value,
            Organ = petition.Organ,
            Round = petition.Round,
            Sealed = petition.IsSealed(),
            ReceivedAt = now.At,
            NoticeStrictDueOn = received.Notice?.StrictDueOn,
            NoticeDueOn = received.Notice?.DueOn,
            ContestDueOn = received.ContestDueOn,
        });
    }

    private static string[] AccountsOf(string? accounts) =>
        accounts?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static Category CategoryOf(string? category, bool isSealed) =>
        isSealed ? Category.Accusation : Enum.Parse<Category>(category ?? nameof(Category.Redress));
}

/// <summary>The event speaks of something that has not arrived yet: it is tried again and then parked in the error queue, never counted as handled.</summary>
internal sealed class EarlyEventException(string message) : Exception(message);
