using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Corrections;

/// <summary>答复更正申请: POST /corrections/{id}/decision. Granted, the data is put right at once; what it was before is kept with the request.</summary>
internal static class DecideCorrection
{
    public sealed record Request(bool? Granted = null, string? Reason = null);

    public sealed record Response(Guid Id, bool Granted, DateTimeOffset DecidedAt);

    public static async Task<IResult> Handle(
        Guid id, Request request, CurrentCaller caller, IntakeDb db, PersonalData people, QueryKeys keys, LegalClock clock, CancellationToken ct)
    {
        if (await db.CorrectionAsync(id, caller, ct) is not var (correction, petition)) return Refusals.CorrectionUnknown.ToProblem();
        var now = clock.Now();
        if (correction.Decide(request.Granted, request.Reason, caller.Account, now) is { } refusal) return refusal.ToProblem();

        var granted = correction.Granted is true;
        var said = db.ContentOf(correction, people);
        var former = (await db.AnyDossierAsync(petition, people, ct)).Of(correction.Field);
        if (granted) await db.CorrectAsync(petition, correction.Field, said.Value, people, keys, ct);
        db.Entry(correction).Property<byte[]>(CorrectionMapping.Content).CurrentValue = (said with { Former = former, Reason = request.Reason!.Trim() }).Encrypted(people, id);
        await db.RecordAsync(petition, petition.Digest(), "DecideCorrection", caller.Account, caller.Organ, now.At, Form.Correcting,
            new { correction = id, field = correction.Field, granted }, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(id, granted, now.At));
    }
}
