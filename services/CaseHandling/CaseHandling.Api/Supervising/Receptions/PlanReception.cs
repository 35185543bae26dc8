using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Receptions;

/// <summary>安排领导接访 or 联合接访: PUT /supervision/reception-days/{day}.</summary>
internal static class PlanReception
{
    /// <param name="Leader">Account of the leader.</param>
    /// <param name="Post">职务, as announced.</param>
    /// <param name="Organs">Who takes part; two or more for a joint reception.</param>
    public sealed record Request(
        ReceptionKind Kind, DateOnly On, TimeOnly From, TimeOnly Until,
        [property: StringLength(100, ErrorMessage = "最多100个字。")] string Leader,
        LeaderRank Rank,
        [property: StringLength(100, ErrorMessage = "最多100个字。")] string Post,
        [property: StringLength(200, ErrorMessage = "最多200个字。")] string Place,
        int Places,
        [property: StringLength(200, ErrorMessage = "最多200个字。")] string? Topic = null,
        [property: MaxLength(60, ErrorMessage = "单位太多。")] IReadOnlyList<string>? Organs = null);

    public static async Task<Results<Ok<ReceptionView>, ProblemHttpResult>> Handle(
        Guid day, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        var (now, person) = (clock.Now(), caller.Person());
        if (ReceptionDay.Flow.Refuses(ReceptionAct.Plan, null, person.Capacity) is { } forbidden) return forbidden.ToProblem();
        if (day.Version != 7) return CreatedIds.Invalid();
        if (request.Organs?.Any(organ => organ is null) is true) return SupervisingRefusals.UnknownOrgan.ToProblem();
        if (await db.OpenFiledAsync(db.ReceptionsFor(caller), day, ct) is { } known) return TypedResults.Ok(await ReceptionView.OfAsync(known, db, caller, now, ct));

        var plan = new ReceptionPlan(request.Kind, request.On, request.From, request.Until, request.Leader, request.Rank, request.Post, request.Place, request.Topic ?? "",
            request.Places, request.Organs ?? []);
        if (ReceptionDay.Plan(day, plan, code => Organs.Find(code) is not null, person, now).Refused(out var refusal, out var planned)) return refusal.ToProblem();

        db.Add(planned);
        await db.CommitAsync(ct);
        return TypedResults.Ok(await ReceptionView.OfAsync(planned, db, caller, now, ct));
    }
}
