using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Packages;

/// <summary>确定包案领导 for a petition, by the head of the office: PUT /supervision/packages/{package}.</summary>
internal static class AssignPackage
{
    /// <param name="Leader">Account of the leader.</param>
    public sealed record Request(
        Guid PetitionId,
        [property: StringLength(100, ErrorMessage = "最多100个字。")] string Leader,
        DateOnly DueOn,
        [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Reason = null);

    public static async Task<Results<Ok<PackageView>, ProblemHttpResult>> Handle(
        Guid package, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        var (now, person) = (clock.Now(), caller.Person());
        if (CasePackage.Flow.Refuses(PackageAct.Assign, null, person.Capacity) is { } forbidden) return forbidden.ToProblem();
        if (package.Version != 7) return CreatedIds.Invalid();
        if (await db.OpenAsync(request.PetitionId, caller, ct) is not { } petition) return Problems.NotFound();
        if (await db.OpenFiledAsync(db.PackagesFor(caller), package, ct) is { } known) return TypedResults.Ok(await PackageView.OfAsync(known, db, caller, now, ct));
        if (await db.Set<CasePackage>().AnyAsync(each => each.PetitionId == petition.Id && each.Status != PackageStatus.Closed, ct)) return SupervisingRefusals.AlreadyPackaged.ToProblem();

        if (CasePackage.Assign(package, petition, request.Leader, request.Reason, request.DueOn, person, now).Refused(out var refusal, out var assigned)) return refusal.ToProblem();

        db.Add(assigned);
        await db.NoteAsync(petition.Id, SupervisingRecord.NameOf(PackageAct.Assign), PetitionRegulations.LeadersDuty, person, now,
            new Supervised($"确定包案领导，最晚{ChineseDates.WithYear(assigned.DueOn)}报告结果", assigned.Id, null, assigned.DueOn), ct);
        await db.CommitAsync(ct);
        return TypedResults.Ok(await PackageView.OfAsync(assigned, db, caller, now, ct));
    }
}
