using Microsoft.EntityFrameworkCore;
using Xinfang.Contracts.Intake.V1;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Reception;

/// <summary>
/// 结束接待: POST /reception/turns/{id}/end. Whatever came of it, what was explained on the spot is told to Outreach as
/// <see cref="VisitorCounselled"/>: every visit may teach the law (report, four (1)).
/// </summary>
internal static class EndReception
{
    private const int LongestNote = 2000, LongestLeaflet = 60;

    /// <param name="PetitionNumber">Of the petition that was registered, supplemented or told about.</param>
    /// <param name="CounselTopic">Content code of what was explained; empty where nothing was.</param>
    /// <param name="Note">What was said, or where they were sent; the visitor has heard it read.</param>
    public sealed record Request(
        TurnOutcome? Outcome = null, string? PetitionNumber = null, string? CounselTopic = null, string? Leaflet = null, string? Street = null, string? Note = null, bool ReadBack = false);

    public static async Task<IResult> Handle(Guid id, Request request, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await db.Turns.FindAsync([id], ct) is not { } turn) return Refusals.TurnUnknown.ToProblem();
        var (topic, leaflet, street, note) = (Text(request.CounselTopic), Text(request.Leaflet), Text(request.Street), Text(request.Note));
        if (topic is not null && !(await db.ContentTreeAsync(ct)).IsOpen(topic)) return Refusals.UnknownContent.ToProblem();
        if (leaflet?.Length > LongestLeaflet) return Refusals.TurnLeaflet.ToProblem();
        if (street is not null && Organs.Streets.All(known => known.Code != street)) return Refusals.UnknownOrgan.ToProblem();
        if (note?.Length > LongestNote) return Refusals.TurnNoteMissing.ToProblem();
        Petition? petition = null;
        if (Text(request.PetitionNumber) is { } number)
        {
            var read = PetitionNumber.Read(number);
            petition = await db.Petitions.SingleOrDefaultAsync(p => p.Number == read, ct);
            if (petition is null) return Refusals.TurnPetitionMissing.ToProblem();
        }

        var now = clock.Now();
        if (turn.End(caller.Account, request.Outcome ?? default, petition?.Id, topic, leaflet, street, note, request.ReadBack, now) is { } refusal) return refusal.ToProblem();

        if (note is not null) db.Add(new TurnNote { TurnId = id, Text = people.Encrypt(note, id) });
        if (petition is not null)
            await db.RecordAsync(petition, petition.Digest(), "ReceiveVisitor", caller.Account, caller.Organ, now.At, PetitionRegulations.Registration, new { turn = id, outcome = request.Outcome }, ct);
        if (topic is not null)
            db.Publish(id, new VisitorCounselled { TurnId = id, Organ = caller.Organ, ContentCode = topic, Street = street, Leaflet = leaflet, People = turn.People, CounselledAt = now.At });
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(TurnView.Of(turn, now.At));
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
