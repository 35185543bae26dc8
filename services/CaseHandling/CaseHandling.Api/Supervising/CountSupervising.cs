using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising;

/// <summary>How much waits, from the same scoped queries as the lists: GET /supervision/counts.</summary>
internal static class CountSupervising
{
    /// <param name="Proposed">Supervisions to be decided on.</param>
    /// <param name="Open">Supervisions waiting for an answer.</param>
    /// <param name="Overdue">Of these, past their day.</param>
    /// <param name="Answered">Supervisions to be closed or pressed again.</param>
    /// <param name="Violations">Violations not yet corrected.</param>
    /// <param name="Drafts">Proposals to be signed.</param>
    /// <param name="Proposals">Proposals whose feedback is owed.</param>
    /// <param name="Tasks">Tasks not yet reported on.</param>
    /// <param name="Reported">Tasks and measures to be confirmed.</param>
    /// <param name="Measures">Measures that stand.</param>
    /// <param name="Packages">Packaged cases a leader has in hand.</param>
    /// <param name="ToClose">Packaged cases to be closed.</param>
    public sealed record Response(
        int Proposed, int Open, int Overdue, int Answered, int Violations, int Drafts, int Proposals, int Tasks, int Reported, int Measures, int Packages, int ToClose);

    public static async Task<Ok<Response>> Handle(CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        var today = clock.Now().Date;
        var supervisions = await db.SupervisionsFor(caller).GroupBy(each => new { each.Status, Overdue = each.NextOn < today })
            .Select(group => new { group.Key.Status, group.Key.Overdue, Count = group.Count() }).ToListAsync(ct);
        return TypedResults.Ok(new Response(
            Of(SupervisionStatus.Proposed), Of(SupervisionStatus.Open), supervisions.Where(each => each is { Status: SupervisionStatus.Open, Overdue: true }).Sum(each => each.Count),
            Of(SupervisionStatus.Answered), await db.ViolationsFor(caller).CountAsync(each => each.Status == ViolationStatus.Found, ct),
            await db.ProposalsFor(caller).CountAsync(each => each.Status == ProposalStatus.Drafted, ct),
            await db.ProposalsFor(caller).CountAsync(each => each.Status == ProposalStatus.Issued, ct),
            await db.FollowUpsFor(caller).CountAsync(each => each.Status == FollowUpStatus.Open, ct),
            await db.FollowUpsFor(caller).CountAsync(each => each.Status == FollowUpStatus.Reported, ct)
                + await db.MeasuresFor(caller).CountAsync(each => each.Status == MeasureStatus.Reported, ct),
            await db.MeasuresFor(caller).CountAsync(each => each.Status == MeasureStatus.Imposed, ct),
            await db.PackagesFor(caller).CountAsync(each => each.Status == PackageStatus.Assigned || each.Status == PackageStatus.Planned, ct),
            await db.PackagesFor(caller).CountAsync(each => each.Status == PackageStatus.Reported, ct)));

        int Of(SupervisionStatus status) => supervisions.Where(each => each.Status == status).Sum(each => each.Count);
    }
}
