using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Corrections;

/// <summary>看更正申请: GET /corrections/{id}. Shows what is kept and what it should be in full; each reading is recorded (个人信息保护法 51).</summary>
internal static class ReadCorrection
{
    public sealed record Response(
        Guid Id, Guid PetitionId, string PetitionNumber, CorrectionField Field, DateTimeOffset AskedAt, string? Kept, string Value, string Why,
        bool? Granted, DateTimeOffset? DecidedAt, string? DecidedBy, string? Reason);

    public static async Task<IResult> Handle(
        Guid id, HttpResponse response, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await db.CorrectionAsync(id, caller, ct) is not var (correction, petition)) return Refusals.CorrectionUnknown.ToProblem();
        var now = clock.Now().At;
        db.IdentityReadings.Add(new()
        {
            Id = Guid.CreateVersion7(now),
            PetitionId = petition.Id,
            Account = caller.Account,
            Organ = caller.Organ,
            At = now,
            Purpose = RevealPurpose.Verify,
            Reason = people.Encrypt("核实更正申请", petition.Id.Value),
        });
        await db.RecordAsync(petition, petition.Digest(), "RevealIdentity", caller.Account, caller.Organ, now, Form.Authorization,
            new { purpose = RevealPurpose.Verify, organ = caller.Organ, correction = id }, ct);
        await db.SaveChangesAsync(ct);

        response.Headers.CacheControl = "no-store";
        var said = db.ContentOf(correction, people);
        var kept = correction.DecidedAt is null ? (await db.AnyDossierAsync(petition, people, ct)).Of(correction.Field) : said.Former;
        return TypedResults.Ok(new Response(
            id, petition.Id.Value, petition.Number, correction.Field, correction.AskedAt, kept, said.Value, said.Why, correction.Granted, correction.DecidedAt, correction.DecidedBy, said.Reason));
    }
}
