using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Urgency;

/// <summary>紧急报告的签收: POST /petitions/{id}/escalations/{number}/acknowledgements. Who signed for the copy, when and how it came.</summary>
internal static class AcknowledgeEscalation
{
    public sealed record Request(Recipient Recipient, ReportWay Way, DateTimeOffset ReceivedAt, string? Receiver = null);

    public sealed record Response(int Number, Recipient Recipient, bool Complete, IReadOnlyList<string> Missing);

    public static async Task<IResult> Handle(
        Guid id, int number, Request request, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await db.Petitions.FindAsync([new PetitionId(id)], ct) is not { } petition) return Problems.NotFound();
        if (await db.Escalations.FindAsync([petition.Id, number], ct) is not { } escalation) return Refusals.EscalationUnknown.ToProblem();

        if (escalation.Acknowledge(request.Recipient, request.Way, request.ReceivedAt, request.Receiver, clock.Now()).Refused(out var refusal, out var acknowledged))
            return refusal.ToProblem();

        db.EscalationReceivers.Add(new EscalationReceiver
        {
            PetitionId = petition.Id,
            Number = number,
            Recipient = acknowledged.Recipient,
            Receiver = people.Encrypt(request.Receiver!.Trim(), id),
        });
        await db.RecordAsync(petition, petition.Digest(), "AcknowledgeEscalation", caller.Account, caller.Organ, acknowledged.At, PetitionRegulations.Escalation,
            new { number, recipient = acknowledged.Recipient, way = acknowledged.Way, receivedAt = acknowledged.ReceivedAt, complete = acknowledged.Complete }, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(number, acknowledged.Recipient, acknowledged.Complete,
            [.. escalation.Missing.Select(recipient => EscalationView.NameOf(recipient, escalation.Organ))]));
    }
}
