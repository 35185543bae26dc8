using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>
/// 件数: GET /petitions/counts, from the same rows as the list. Overdue and due soon are derived from today's date. What waits at the desk is counted whole, what has
/// been routed up to a bound: the cost follows what is on the desk and not the years.
/// </summary>
internal static class CountPetitions
{
    /// <summary>Nobody works by a number above this.</summary>
    public const int Most = 1000;

    /// <param name="More">There are more than <see cref="Most"/> routed ones; <paramref name="Routed"/> and <paramref name="All"/> stop there.</param>
    public sealed record Response(
        int ToRoute, int Returned, int Routed, int All, int DueSoon, int Overdue, int CallBacks = 0, bool CallBackOverdue = false, int Openings = 0, bool More = false);

    /// <summary>What waits: by the index of states.</summary>
    public static IQueryable<Petition> OnDesk(IQueryable<Petition> petitions) => petitions.Where(p =>
        p.Status == PetitionStatus.Registered || p.Status == PetitionStatus.Classified || p.Status == PetitionStatus.Returned || p.Status == PetitionStatus.Disputed);

    /// <summary>Everything else, no more than is counted. In the order of the index, so that it is read there and left early.</summary>
    public static IQueryable<PetitionStatus> Routed(IQueryable<Petition> petitions) => petitions
        .Where(p => p.Status != PetitionStatus.Registered && p.Status != PetitionStatus.Classified && p.Status != PetitionStatus.Returned && p.Status != PetitionStatus.Disputed)
        .OrderBy(p => p.Status).Select(p => p.Status).Take(Most + 1);

    public static async Task<IResult> Handle(CurrentCaller caller, IntakeDb db, LegalClock clock, CancellationToken ct)
    {
        var today = clock.Now().Date;
        var soon = today.AddDays(3);
        var visible = db.Petitions.VisibleTo(caller);
        var routed = await Routed(visible).CountAsync(ct);
        // Whatever has not been routed once is on the desk.
        var counts = await OnDesk(visible).GroupBy(_ => 1).Select(all => new Response(
            all.Count(),
            all.Count(p => p.Status == PetitionStatus.Returned),
            0,
            all.Count(),
            all.Count(p => p.FirstRoutedOn == null && p.ForwardDueOn >= today && p.ForwardStrictDueOn <= soon),
            all.Count(p => p.FirstRoutedOn == null && p.ForwardDueOn < today))).SingleOrDefaultAsync(ct) ?? new(0, 0, 0, 0, 0, 0);
        var owed = await db.CallBacks.Where(c => c.At == null).GroupBy(_ => 1).Select(all => new { Count = all.Count(), First = all.Min(c => c.OwedFrom) }).SingleOrDefaultAsync(ct);
        return TypedResults.Ok(counts with
        {
            Routed = Math.Min(routed, Most),
            All = counts.ToRoute + Math.Min(routed, Most),
            More = routed > Most,
            CallBacks = owed?.Count ?? 0,
            Openings = caller.Has(Duty.Oversee)
                ? await db.IdentityOpenings.CountAsync(o => o.DecidedAt == null && db.Petitions.Any(p => p.Id == o.PetitionId && !p.Sealed), ct)
                : 0,
            CallBackOverdue = owed is not null && today > clock.Now().Due(owed.First, Terms.CallBack, "评价").DueOn,
        });
    }
}
