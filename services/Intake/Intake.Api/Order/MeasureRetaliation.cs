using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Order;

/// <summary>打击报复的处理: POST /retaliation/{id}/measure, by the head of the office or of the disciplinary organ, once.</summary>
internal static class MeasureRetaliation
{
    public sealed record Request(string? Text = null);

    public sealed record Response(Guid Id, DateTimeOffset MeasuredAt);

    public static async Task<IResult> Handle(
        Guid id, Request request, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (!ListRetaliation.MayRead(caller) || await db.RetaliationComplaints.FindAsync([id], ct) is not { } complaint) return Refusals.RetaliationUnknown.ToProblem();
        if (complaint.MeasuredAt is not null) return Refusals.RetaliationMeasured.ToProblem();
        if (request.Text?.Trim().Length is not (>= 4 and <= 1000)) return Refusals.MeasureLength.ToProblem();

        var now = clock.Now().At;
        (complaint.Measure, complaint.MeasuredBy, complaint.MeasuredAt) = (people.Encrypt(request.Text.Trim(), id), caller.Account, now);
        if (await db.Petitions.FindAsync([complaint.PetitionId], ct) is { } petition)
            await db.RecordAsync(petition, petition.Digest(), "MeasureRetaliation", caller.Account, caller.Organ, now, PetitionRegulations.Retaliation, new { complaint = id }, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(id, now));
    }
}
