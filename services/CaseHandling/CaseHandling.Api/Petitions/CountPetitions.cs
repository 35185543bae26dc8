using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>How many petitions lie in each box: GET /petitions/counts, from the same scoped query as the lists.</summary>
internal static class CountPetitions
{
    /// <param name="Overdue">超期: something owed whose rolled date has passed.</param>
    public sealed record Response(int All, int ToClaim, int ToAccept, int Handling, int ToCheck, int ToSign, int ToServe, int ToComplete, int ToEnforce, int Contested, int Done, int Overdue);

    public static async Task<Ok<Response>> Handle(CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        var today = clock.Now().Date;
        var groups = await db.Petitions.AsNoTracking().VisibleTo(caller)
            .GroupBy(p => new { p.Status, p.DraftDesk, Claimed = p.Officer != null, Overdue = p.NextDueOn < today, Owing = p.NextTerm != null })
            .Select(group => new { group.Key.Status, group.Key.DraftDesk, group.Key.Claimed, group.Key.Overdue, group.Key.Owing, Count = group.Count() }).ToListAsync(ct);

        return TypedResults.Ok(new Response(
            groups.Sum(group => group.Count),
            Count(PetitionStatus.Received, claimed: false), Count(PetitionStatus.Received, claimed: true),
            Count(PetitionStatus.Accepted) + Count(PetitionStatus.Mediating) + Count(PetitionStatus.Verified), On(DraftDesk.Checker), On(DraftDesk.Head),
            Count(PetitionStatus.Decided), Count(PetitionStatus.Served) + Count(PetitionStatus.Settled) + Count(PetitionStatus.Transferred),
            groups.Where(group => group is { Status: PetitionStatus.Completed, Owing: true }).Sum(group => group.Count), Count(PetitionStatus.Contested),
            Count(PetitionStatus.Completed) + Count(PetitionStatus.Declined) + Count(PetitionStatus.Returned) + Count(PetitionStatus.Withdrawn) + Count(PetitionStatus.Terminated) + Count(PetitionStatus.Barred),
            groups.Where(group => group.Overdue).Sum(group => group.Count)));

        int On(DraftDesk desk) => groups.Where(group => group.DraftDesk == desk).Sum(group => group.Count);

        int Count(PetitionStatus status, bool? claimed = null) =>
            groups.Where(group => group.Status == status && (claimed is null || group.Claimed == claimed)).Sum(group => group.Count);
    }
}
