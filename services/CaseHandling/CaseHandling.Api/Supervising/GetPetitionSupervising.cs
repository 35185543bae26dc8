using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Api.Petitions;
using Xinfang.CaseHandling.Api.Supervising.Supervisions;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising;

/// <summary>督办和预警 of one petition, for its page: GET /supervision/petitions/{id}.</summary>
internal static class GetPetitionSupervising
{
    /// <param name="Percent">The step reached today; 100 for a breach.</param>
    /// <param name="Name">预警, 警告, 严重警告, 到期, 超期.</param>
    /// <param name="Told">Since when it is known.</param>
    public sealed record WarningView(TermView Term, int Percent, string Name, DateOnly? Told);

    /// <param name="Ladder">The policy in force: 50, 75, 85, 99.</param>
    /// <param name="Package">领导包案 that is running, if there is one.</param>
    /// <param name="MayPropose">The caller may put this petition under supervision.</param>
    /// <param name="MayPackage">The caller may put a leader in charge of it.</param>
    public sealed record Response(
        Guid PetitionId, string Policy, IReadOnlyList<int> Ladder, IReadOnlyList<WarningView> Warnings, IReadOnlyList<SupervisionView> Supervisions,
        int Violations, Guid? Package, bool MayPropose, bool MayPackage);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, WarningLadder ladder, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();
        var told = (await db.Set<Ladder>().AsNoTracking().SingleOrDefaultAsync(each => each.PetitionId == petition.Id, ct))?.Told ?? [];
        var warnings = petition.StartedTerms.Where(term => term.IsOwed()).Select(term => term.Facts.Project(now.Calendar, now.Terms))
            .Select(due => (Due: due, Step: ladder.StepOn(due, now.Date))).Where(each => each.Step > 0)
            .Select(each => new WarningView(now.View(each.Due), each.Step, WarningLadder.NameOf(each.Step),
                told.LastOrDefault(step => step.Term == each.Due.Term.Code && step.DueOn == each.Due.DueOn && step.Percent == each.Step)?.On));
        var supervisions = await db.SupervisionsFor(caller).Where(each => each.PetitionId == petition.Id).OrderBy(each => each.Id).ToListAsync(ct);
        var package = await db.PackagesFor(caller).Where(each => each.PetitionId == petition.Id && each.Status != PackageStatus.Closed).Select(each => (Guid?)each.Id).SingleOrDefaultAsync(ct);
        return TypedResults.Ok(new Response(
            id, WarningLadder.Name, ladder.Steps, [.. warnings],
            [.. supervisions.Select(each => SupervisionView.Of(db.Read(each), petition.Number, caller, now))],
            await db.ViolationsFor(caller).CountAsync(each => each.PetitionId == petition.Id && each.Status != ViolationStatus.Withdrawn, ct), package,
            !petition.IsSealed() && (caller.Person().Capacity & Capacity.Supervisor) != 0,
            !petition.IsSealed() && package is null && (caller.Person().Capacity & Capacity.Overseer) != 0));
    }
}
