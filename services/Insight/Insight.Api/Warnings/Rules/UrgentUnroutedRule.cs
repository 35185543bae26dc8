using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Warnings.Rules;

/// <summary>紧急未转: a petition marked urgent that was not passed on on the day it came (art. 25). Told at any hour.</summary>
internal sealed class UrgentUnroutedRule : IWarningRule
{
    /// <summary>What lies longer is not told anew.</summary>
    public const int Days = 60;

    public WarningRule Rule => WarningRule.UrgentUnrouted;

    public int Silence => 0;

    public async Task<IReadOnlyList<Finding>> FindAsync(InsightDb db, Moment now, CancellationToken ct)
    {
        var (today, since) = (now.Date, now.Date.AddDays(-Days));
        return
        [
            .. (await db.Petitions.Where(fact => fact.Urgent && !fact.Sealed && !fact.Closed && fact.RoutedOn == null && fact.WithdrawnOn == null && fact.ReceivedOn >= since && fact.ReceivedOn < today)
                .OrderBy(fact => fact.ReceivedOn).ThenBy(fact => fact.PetitionId).Select(fact => new { fact.PetitionId, On = fact.ReceivedOn!.Value, fact.Street, fact.Content }).ToListAsync(ct))
                .Select(each => new Finding(each.PetitionId.ToString(), Window.Of(each.On), each.Street, each.Content, Organs.Office, Duty.Register,
                    new() { From = each.On, Until = today, Count = 1, Petitions = [each.PetitionId] })),
        ];
    }
}
