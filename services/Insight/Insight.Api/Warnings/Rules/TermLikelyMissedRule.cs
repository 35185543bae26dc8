using Microsoft.EntityFrameworkCore;
using Xinfang.Insight.Api.Facts;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;
using Xinfang.ServiceDefaults.Statistics;

namespace Xinfang.Insight.Api.Warnings.Rules;

/// <summary>
/// 可能超期: an open petition whose term ends within a week. How likely it is to be missed is taken from the organ's own last year: of its petitions
/// that were still undecided a week before their last day, how many were decided late or are still not decided. Told where that is likely, and of every petition in the last two days.
/// </summary>
internal sealed class TermLikelyMissedRule : IWarningRule
{
    /// <summary>本区设定. Days before the last one; days in which everything is told; days of history.</summary>
    public const int Near = 7, Last = 2, History = 365;

    /// <summary>From this chance on it is told.</summary>
    public const double Likely = 0.2;

    // As much weight as the district's share has beside the organ's own; the district's begins with one in ten.
    private const double Prior = 4;

    public WarningRule Rule => WarningRule.TermLikelyMissed;

    public int Silence => 0;

    public async Task<IReadOnlyList<Finding>> FindAsync(InsightDb db, Moment now, CancellationToken ct)
    {
        var (today, until, since) = (now.Date, now.Date.AddDays(Near), now.Date.AddDays(-History));
        var open = await Undecided(db).Where(fact => fact.DueOn >= today && fact.DueOn <= until)
            .OrderBy(fact => fact.DueOn).ThenBy(fact => fact.PetitionId).Select(fact => new { fact.PetitionId, Organ = fact.Organ!, DueOn = fact.DueOn!.Value }).ToListAsync(ct);
        if (open.Count == 0) return [];
        var decided = await db.Petitions.Where(fact => !fact.Sealed && fact.Organ != null && fact.DecidedOn >= since && fact.DueOn != null && fact.DecidedOn >= fact.DueOn.Value.AddDays(-Near))
            .GroupBy(fact => fact.Organ!).Select(group => new { group.Key, Near = group.Count(), Missed = group.Count(fact => fact.DecidedInTime == false) }).ToListAsync(ct);
        var overdue = await Undecided(db).Where(fact => fact.DueOn < today && fact.DueOn >= since).GroupBy(fact => fact.Organ!).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);
        var history = decided.Select(each => (each.Key, each.Near, each.Missed)).Concat(overdue.Select(each => (each.Key, Near: each.Count, Missed: each.Count)))
            .GroupBy(each => each.Key).ToDictionary(group => group.Key, group => (Near: group.Sum(each => each.Near), Missed: group.Sum(each => each.Missed)));
        var district = (history.Values.Sum(each => each.Missed) + 1.0) / (history.Values.Sum(each => each.Near) + 10);
        var found = new List<Finding>();
        foreach (var petition in open)
        {
            var (near, missed) = history.GetValueOrDefault(petition.Organ);
            var share = (missed + (Prior * district)) / (near + Prior);
            if (share < Likely && petition.DueOn > today.AddDays(Last)) continue;
            var bounds = Interval.Wilson(missed, near);
            found.Add(new(petition.PetitionId.ToString(), Window.Of(petition.DueOn), null, null, petition.Organ, Duty.Handle, new()
            {
                From = since, Until = today, Count = 1, Near = near, Missed = missed, Share = Math.Round(share, 4), Low = Math.Round(bounds.Low, 4), Upper = Math.Round(bounds.High, 4), DueOn = petition.DueOn, Petitions = [petition.PetitionId],
            }));
        }
        return found;
    }

    private static IQueryable<PetitionFact> Undecided(InsightDb db) =>
        db.Petitions.Where(fact => !fact.Closed && !fact.Sealed && fact.Organ != null && fact.AcceptedOn != null && fact.DecidedOn == null && fact.EndedOn == null);
}
