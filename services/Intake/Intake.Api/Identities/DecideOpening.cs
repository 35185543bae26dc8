using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Identities;

/// <summary>审批查看: POST /identity-openings/{id}/decision, by the custodian, never for oneself.</summary>
internal static class DecideOpening
{
    /// <param name="Hours">How long it stays open.</param>
    public sealed record Request(bool Grant, int Hours = 24, string? Reason = null);

    public sealed record Response(Guid Id, bool Granted, DateTimeOffset? OpenUntil);

    public static async Task<IResult> Handle(
        Guid id, Request request, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await db.IdentityOpenings.FindAsync([id], ct) is not { } opening) return Problems.NotFound();
        if (await db.Petitions.FindAsync([opening.PetitionId], ct) is not { } petition || !caller.Keeps(petition)) return Problems.NotFound();

        var now = clock.Now();
        if (opening.Decide(request.Grant, request.Hours, request.Reason, caller.Account, now) is { } refusal) return refusal.ToProblem();

        db.Entry(opening).Property<byte[]?>(IdentityOpeningMapping.Decision).CurrentValue = people.Encrypt(request.Reason!.Trim(), id);
        await db.RecordAsync(petition, petition.Digest(), "DecideIdentity", caller.Account, caller.Organ, now.At,
            Form.Authorization, new { opening = id, granted = request.Grant, hours = request.Grant ? request.Hours : 0, to = opening.AskedBy }, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(id, request.Grant, opening.OpenUntil));
    }
}
