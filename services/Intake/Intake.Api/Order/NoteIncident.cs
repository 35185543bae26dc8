using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Order;

/// <summary>秩序事件: PUT /incidents/{id} (art. 26), with a version-7 id made by the client. What is noted is conduct on one day; the petition goes its way.</summary>
internal static class NoteIncident
{
    private static readonly Refusal IdOfAnotherKind = new("incident.id", "登记要用第7版的标识（UUIDv7）。", Kind: RefusalKind.Invalid);

    /// <param name="PetitionNumber">The petition it happened at, where there is one.</param>
    public sealed record Request(IncidentKind Kind, DateTimeOffset OccurredAt, string? Text = null, string? PetitionNumber = null);

    public static async Task<IResult> Handle(
        Guid id, Request request, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (id.Version != 7) return IdOfAnotherKind.ToProblem();
        if (await db.Incidents.AnyAsync(i => i.Id == id, ct)) return Refusals.IncidentExists.ToProblem();

        var now = clock.Now();
        Petition? petition = null;
        if (!string.IsNullOrWhiteSpace(request.PetitionNumber))
        {
            var number = PetitionNumber.Read(request.PetitionNumber);
            if (await db.Petitions.SingleOrDefaultAsync(p => p.Number == number, ct) is not { } found) return Problems.Of("incident.petition", "没有这个编号的件，请对照回执。", StatusCodes.Status422UnprocessableEntity);
            petition = found;
        }
        if (Incident.Note(id, petition?.Id, request.Kind, request.OccurredAt, request.Text, caller.Account, now).Refused(out var refusal, out var incident)) return refusal.ToProblem();

        db.Incidents.Add(incident);
        db.IncidentWords.Add(new IncidentWords { IncidentId = id, Step = 0, Text = people.Encrypt(request.Text!.Trim(), id) });
        if (petition is not null)
            await db.RecordAsync(petition, petition.Digest(), "NoteIncident", caller.Account, caller.Organ, now.At, PetitionRegulations.Order, new { incident = id, kind = request.Kind }, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Json(IncidentView.Of(incident, petition?.Number, [request.Text!.Trim()]), statusCode: StatusCodes.Status201Created);
    }
}
