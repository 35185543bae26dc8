using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Reception;

/// <summary>一次接待: GET /reception/turns/{id}. The record is for the office and for whoever received.</summary>
internal static class ReadTurn
{
    public sealed record Response(TurnView Turn, int Ahead, string? PetitionNumber, Guid? PetitionId, string? CounselTopic, string? Leaflet, string? Note);

    public static async Task<IResult> Handle(Guid id, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, HttpContext http, CancellationToken ct)
    {
        if (await db.Turns.FindAsync([id], ct) is not { } turn) return Refusals.TurnUnknown.ToProblem();
        var reads = caller.Organ == Organs.Office || turn.Account == caller.Account || turn.Company.Any(each => each.Organ == caller.Organ);
        var note = reads ? await db.TurnNotes.AsNoTracking().SingleOrDefaultAsync(n => n.TurnId == id, ct) : null;
        var number = turn.PetitionId is { } petition ? await db.Petitions.Where(p => p.Id == petition).Select(p => p.Number).SingleAsync(ct) : null;
        var topic = turn.CounselTopic is { } content ? (await db.ContentTreeAsync(ct)).NameOf(content) : null;
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Response(TurnView.Of(turn, clock.Now().At), await Queue.AheadAsync(db, turn, ct), reads ? number : null, reads ? turn.PetitionId?.Value : null, topic, turn.Leaflet,
            note is null ? null : people.Decrypt(note.Text, id)));
    }
}
