using MassTransit;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Progress;

/// <summary>异议 and its outcome (art. 23). When the office has agreed, the petition returns to the clerk for routing.</summary>
internal sealed class TrackContestation(IntakeDb db) : IConsumer<AssignmentContested>, IConsumer<ContestationDecided>
{
    public Task Consume(ConsumeContext<AssignmentContested> context)
    {
        var told = context.Message;
        return db.KeepAsync(told.PetitionId, told.Organ, $"{told.Organ}:{told.Round}", told.ContestedAt, told, context.CancellationToken);
    }

    public async Task Consume(ConsumeContext<ContestationDecided> context)
    {
        var (told, ct) = (context.Message, context.CancellationToken);
        if (!await db.KeepAsync(told.PetitionId, told.Organ, $"{told.Organ}:{told.Round}", told.DecidedAt, told, ct) || !told.Agreed) return;
        if (await db.Petitions.FindAsync([new PetitionId(told.PetitionId)], ct) is not { } petition) return;

        var before = petition.Digest();
        // A late one speaks of a routing that is over: the domain refuses it and nothing happens.
        if (petition.Return(told.Organ, told.Round, told.DecidedAt).Refused(out _, out var returned)) return;
        await db.RecordAsync(petition, before, "Return", Recording.System, told.Organ, told.DecidedAt, Flow.Basis(Act.Return),
            new { organ = returned.Organ, round = returned.Round, proposedOrgan = told.ProposedOrgan }, ct);
    }
}
