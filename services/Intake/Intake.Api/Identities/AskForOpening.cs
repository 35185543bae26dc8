using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Identities;

/// <summary>申请查看: POST /petitions/{id}/identity/openings, for oneself and this petition only.</summary>
internal static class AskForOpening
{
    public sealed record Request(RevealPurpose Purpose, string? Reason = null);

    public sealed record Response(Guid Id, DateTimeOffset AskedAt);

    public static async Task<IResult> Handle(
        Guid id, Request request, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await db.KeptAsync(id, caller, people, ct) is not { } kept) return Problems.NotFound();
        var now = clock.Now();
        var live = await db.NewestOpeningAsync(kept.Petition, caller, ct) is { } newest && newest.IsLive(now.At);
        if (IdentityOpening.Ask(kept.Petition, kept.Protected, live, request.Purpose, request.Reason, caller.Account, caller.Organ, now).Refused(out var refusal, out var opening))
            return refusal.ToProblem();

        db.IdentityOpenings.Add(opening).Property<byte[]>(IdentityOpeningMapping.Reason).CurrentValue = people.Encrypt(request.Reason!.Trim(), opening.Id);
        await db.RecordAsync(kept.Petition, kept.Petition.Digest(), "AskForIdentity", caller.Account, caller.Organ, now.At,
            Form.Authorization, new { opening = opening.Id, purpose = opening.Purpose, organ = caller.Organ }, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(opening.Id, opening.AskedAt));
    }
}
