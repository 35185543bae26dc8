using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Progress;

/// <summary>
/// 反映打击报复: POST /progress/retaliation (arts. 18, 46(6)). Read by the head of the office and the disciplinary organ alone; nothing is published,
/// so that no organ learns of it.
/// </summary>
internal static class ComplainOfRetaliation
{
    public sealed record Request(string? Text = null);

    public sealed record Response(DateTimeOffset ReceivedAt);

    public static async Task<IResult> Handle(
        Request request, HttpContext http, PetitionTickets tickets, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await tickets.PetitionAsync(http.Request, db, ct) is not { } petition) return Problems.TicketRequired();
        if (Flow.Refuses(petition.Status, Act.ComplainOfRetaliation) is { } refusal) return refusal.ToProblem();
        if (request.Text?.Trim().Length is not (>= 10 and <= 3000)) return Refusals.RetaliationLength.ToProblem();

        var now = clock.Now().At;
        var id = Guid.CreateVersion7(now);
        db.RetaliationComplaints.Add(new RetaliationComplaint { Id = id, PetitionId = petition.Id, Text = people.Encrypt(request.Text.Trim(), id), At = now });
        await db.RecordAsync(petition, petition.Digest(), "ComplainOfRetaliation", Recording.Petitioner, "", now, PetitionRegulations.Retaliation, new { complaint = id }, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(now));
    }
}
