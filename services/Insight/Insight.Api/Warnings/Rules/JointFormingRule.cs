using Microsoft.EntityFrameworkCore;
using Xinfang.Law;

namespace Xinfang.Insight.Api.Warnings.Rules;

/// <summary>可能联名: many petitions of one street and content that a clerk has confirmed as telling of an event others have told of before.</summary>
internal sealed class JointFormingRule : IWarningRule
{
    /// <summary>So many within so many days. 本区设定.</summary>
    public const int Least = 5, Days = 30;

    public WarningRule Rule => WarningRule.JointForming;

    public int Silence => Days;

    public async Task<IReadOnlyList<Finding>> FindAsync(InsightDb db, Moment now, CancellationToken ct)
    {
        var (today, from) = (now.Date, now.Date.AddDays(1 - Days));
        var told = db.Petitions.Where(fact => fact.Echo && !fact.Sealed && fact.ReceivedOn >= from && fact.ReceivedOn <= today);
        var groups = await told.Where(fact => fact.Street != null && fact.Content != null).GroupBy(fact => new { fact.Street, fact.Content })
            .Select(group => new { group.Key.Street, group.Key.Content, Count = group.Count() }).Where(group => group.Count >= Least).ToListAsync(ct);
        var found = new List<Finding>();
        foreach (var group in groups)
        {
            var petitions = await told.Where(fact => fact.Street == group.Street && fact.Content == group.Content).NewestAsync(ct);
            found.Add(new($"{group.Street}/{group.Content}", Window.Of(today), group.Street, group.Content, petitions.MostOrgan, Window.DutyOf(petitions.MostOrgan),
                new() { From = from, Until = today, Count = group.Count, Petitions = petitions.Ids }));
        }
        return found;
    }
}
