using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Xinfang.Insight.Api.Facts;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Warnings.Rules;

/// <summary>The petitions behind a finding.</summary>
/// <param name="Ids">The latest first, so many as evidence names.</param>
/// <param name="MostOrgan">The organ most of them are with; the office where none has any yet.</param>
internal sealed record Behind(IReadOnlyList<Guid> Ids, string MostOrgan);

/// <summary>What the rules have in common.</summary>
internal static class Window
{
    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string DutyOf(string organ) => organ == Organs.Office ? Duty.Register : Duty.Handle;

    public static async Task<Behind> NewestAsync(this IQueryable<PetitionFact> facts, CancellationToken ct)
    {
        var organs = await facts.Where(fact => fact.Organ != null && fact.Organ != Organs.Office).GroupBy(fact => fact.Organ!)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Select(group => group.Key).Take(1).ToListAsync(ct);
        return new(await facts.OrderByDescending(fact => fact.ReceivedOn).ThenBy(fact => fact.PetitionId).Select(fact => fact.PetitionId).Take(Evidence.MostPetitions).ToListAsync(ct), organs.FirstOrDefault() ?? Organs.Office);
    }
}
