using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Warnings.Rules;

/// <summary>逾期未转: petitions whose term of forwarding (art. 22) has passed; those of one last day are one warning.</summary>
internal sealed class OverdueUnroutedRule : IWarningRule
{
    /// <summary>What lies longer is not told anew.</summary>
    public const int Days = 60;

    public WarningRule Rule => WarningRule.OverdueUnrouted;

    public int Silence => 0;

    public async Task<IReadOnlyList<Finding>> FindAsync(InsightDb db, Moment now, CancellationToken ct)
    {
        var (today, since) = (now.Date, now.Date.AddDays(-Days));
        var late = await db.Petitions.Where(fact => !fact.Sealed && !fact.Closed && fact.RoutedOn == null && fact.WithdrawnOn == null && fact.ForwardDueOn >= since && fact.ForwardDueOn < today)
            .OrderBy(fact => fact.ForwardDueOn).ThenBy(fact => fact.PetitionId).Select(fact => new { fact.PetitionId, DueOn = fact.ForwardDueOn!.Value }).ToListAsync(ct);
        return
        [
            .. late.GroupBy(each => each.DueOn).Select(day => new Finding(Organs.Office, Window.Of(day.Key), null, null, Organs.Office, Duty.Register,
                new() { From = day.Key, Until = today, Count = day.Count(), DueOn = day.Key, Petitions = [.. day.Take(Evidence.MostPetitions).Select(each => each.PetitionId)] })),
        ];
    }
}
