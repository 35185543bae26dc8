using Xinfang.Contracts.Intake.V1;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>回访: POST /petitions/{id}/call-back (art. 21), once per rating, by somebody of the office the rating is not about.</summary>
internal static class CallBackPetitioner
{
    public sealed record Request(CallBackWay Way, DateOnly HeldOn, CallBackOutcome Outcome, string? Said = null);

    public static async Task<IResult> Handle(
        Guid id, Request request, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await db.Petitions.FindAsync([new PetitionId(id)], ct) is not { } petition) return Problems.NotFound();
        if (await db.CallBacks.FindAsync([petition.Id], ct) is not { } callBack) return Refusals.NoCallBackOwed.ToProblem();

        var now = clock.Now();
        if (callBack.Hold(petition, request.Way, request.HeldOn, request.Outcome, request.Said, caller.Account, now).Refused(out var refusal, out var held)) return refusal.ToProblem();

        db.Entry(callBack).Property<byte[]?>(CallBackMapping.Said).CurrentValue = people.Encrypt(request.Said!.Trim(), id);
        await db.RecordAsync(petition, petition.Digest(), "CallBack", caller.Account, caller.Organ, held.At, Flow.Basis(Act.CallBack),
            new { way = held.Way, heldOn = held.HeldOn, outcome = held.Outcome, inTime = held.InTime }, ct);
        db.Publish(id, new PetitionCalledBack
        {
            PetitionId = id,
            Organ = held.Organ,
            Way = held.Way.ToString(),
            HeldOn = held.HeldOn,
            Outcome = held.Outcome.ToString(),
            InTime = held.InTime,
            CalledBackAt = held.At,
        });
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(CallBackView.Of(callBack, request.Said.Trim(), now));
    }
}
