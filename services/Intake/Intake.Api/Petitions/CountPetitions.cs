using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>件数: GET /petitions/counts, from the same rows as the list. Overdue and due soon are derived from today's date.</summary>
internal static class CountPetitions
{
    public sealed record Response(int ToRoute, int Returned, int Routed, int All, int DueSoon, int Overdue, int CallBacks = 0, bool CallBackOverdue = false, int Openings = 0);

    public static async Task<IResult> Handle(CurrentCaller caller, IntakeDb db, LegalClock clock, CancellationToken ct)
    {
        var today = clock.Now().Date;
        var soon = today.AddDays(3);
        var counts = await db.Petitions.VisibleTo(caller).GroupBy(_ => 1).Select(all => new Response(
            all.Count(p => p.Status == PetitionStatus.Registered || p.Status == PetitionStatus.Classified || p.Status == PetitionStatus.Returned || p.Status == PetitionStatus.Disputed),
            all.Count(p => p.Status == PetitionStatus.Returned),
            all.Count(p => p.Status != PetitionStatus.Registered && p.Status != PetitionStatus.Classified && p.Status != PetitionStatus.Returned
                && p.Status != PetitionStatus.Disputed),
            all.Count(),
            all.Count(p => p.FirstRoutedOn == null && p.ForwardDueOn >= today && p.ForwardStrictDueOn <= soon),
            all.Count(p => p.FirstRoutedOn == null && p.ForwardDueOn < today))).SingleOrDefaultAsync(ct);
        var owed = await db.CallBacks.Where(c => c.At == null).GroupBy(_ => 1).Select(all => new { Count = all.Count(), First = all.Min(c => c.OwedFrom) }).SingleOrDefaultAsync(ct);
        return TypedResults.Ok((counts ?? new Response(0, 0, 0, 0, 0, 0)) with
        {
            CallBacks = owed?.Count ?? 0,
            Openings = caller.Has(Duty.Oversee)
                ? await db.IdentityOpenings.CountAsync(o => o.DecidedAt == null && db.Petitions.Any(p => p.Id == o.PetitionId && !p.Sealed), ct)
                : 0,
            CallBackOverdue = owed is not null && today > clock.Now().Due(owed.First, Terms.CallBack, "评价").DueOn,
        });
    }
}
