using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Supervisions;

/// <summary>提出督办 by a supervisor who has found the cause: PUT /supervision/supervisions/{supervision}, once per petition, round and cause.</summary>
internal static class ProposeSupervision
{
    public sealed record Request(Guid PetitionId, SupervisionCause Cause);

    public static async Task<Results<Ok<SupervisionView>, ProblemHttpResult>> Handle(
        Guid supervision, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        var (now, person) = (clock.Now(), caller.Person());
        if (Supervision.Flow.Refuses(SupervisionAct.Propose, null, person.Capacity) is { } forbidden) return forbidden.ToProblem();
        if (supervision.Version != 7) return CreatedIds.Invalid();
        if (await db.OpenAsync(request.PetitionId, caller, ct) is not { } petition) return Problems.NotFound();
        if (await db.OpenFiledAsync(db.SupervisionsFor(caller), supervision, ct) is { } known)
            return known.PetitionId == petition.Id && known.Cause == request.Cause
                ? TypedResults.Ok(SupervisionView.Of(known, petition.Number, caller, now))
                : SupervisingRefusals.AlreadySupervised.ToProblem();
        if (await db.Set<Supervision>().AnyAsync(each => each.PetitionId == petition.Id && each.Round == petition.Round && each.Cause == request.Cause, ct))
            return SupervisingRefusals.AlreadySupervised.ToProblem();

        if (Supervision.Propose(supervision, petition, new Trigger(request.Cause), person, now).Refused(out var refusal, out var proposed)) return refusal.ToProblem();

        db.Add(proposed);
        await db.CommitAsync(ct);
        return TypedResults.Ok(SupervisionView.Of(proposed, petition.Number, caller, now));
    }
}
