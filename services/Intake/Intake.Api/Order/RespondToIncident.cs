using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Order;

/// <summary>处置: POST /incidents/{id}/responses (art. 47). Dissuade, criticise, educate; the police last, except in danger.</summary>
internal static class RespondToIncident
{
    public sealed record Request(IncidentResponse Response, string? Text = null);

    public static async Task<IResult> Handle(
        Guid id, Request request, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await db.Incidents.FindAsync([id], ct) is not { } incident) return Refusals.IncidentUnknown.ToProblem();
        if (incident.Respond(request.Response, request.Text, caller.Account, clock.Now()).Refused(out var refusal, out var step)) return refusal.ToProblem();

        db.IncidentWords.Add(new IncidentWords { IncidentId = id, Step = step.Number, Text = people.Encrypt(request.Text!.Trim(), id) });
        var petition = incident.PetitionId is { } of ? await db.Petitions.FindAsync([of], ct) : null;
        if (petition is not null)
            await db.RecordAsync(petition, petition.Digest(), "RespondToIncident", caller.Account, caller.Organ, step.At, PetitionRegulations.PetitionerLiability,
                new { incident = id, response = step.Response }, ct);
        await db.SaveChangesAsync(ct);
        var words = await db.IncidentWords.AsNoTracking().Where(w => w.IncidentId == id).OrderBy(w => w.Step).ToListAsync(ct);
        return TypedResults.Ok(IncidentView.Of(incident, petition?.Number, words.ConvertAll(w => people.Decrypt(w.Text, id))));
    }
}
