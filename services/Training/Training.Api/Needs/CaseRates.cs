using Microsoft.EntityFrameworkCore;

namespace Xinfang.Training.Api.Needs;

/// <summary>Counts cases by organ and signal over days. A case counts once, whatever was found in it how often.</summary>
internal static class CaseRates
{
    private sealed record Row(string Organ, FactKind Of, FactKind Kind, string Code, Guid PetitionId);

    /// <summary>Every organ with a case between the days, at every signal.</summary>
    /// <param name="from">First day of the cases counted: received, served or rated on it.</param>
    public static async Task<IReadOnlyList<Counted>> CountAsync(this TrainingDb db, DateOnly from, DateOnly until, CancellationToken ct)
    {
        FactKind[] bases = [FactKind.Received, FactKind.Served, FactKind.Rated];
        var cases = db.CaseFacts.Where(fact => fact.On >= from && fact.On <= until && bases.Contains(fact.Kind));
        var totals = await cases.GroupBy(fact => new { fact.Kind, fact.Organ }).Select(group => new { group.Key, Cases = group.Count() }).ToListAsync(ct);
        // What went wrong belongs to the day of its case, not to the day it was found: else a late finding would count against cases of another time.
        var found = await cases.Join(db.CaseFacts.Where(fact => !bases.Contains(fact.Kind)), each => new { each.PetitionId, each.Organ }, wrong => new { wrong.PetitionId, wrong.Organ },
            (each, wrong) => new Row(each.Organ, each.Kind, wrong.Kind, wrong.Code, each.PetitionId)).ToListAsync(ct);
        return [.. Signals.All.SelectMany(signal => totals.Where(total => total.Key.Kind == signal.Of).Select(total => new Counted(total.Key.Organ, signal.Code, total.Cases,
            found.Where(row => row.Of == signal.Of && row.Organ == total.Key.Organ && signal.Takes(row.Kind, row.Code)).Select(row => row.PetitionId).Distinct().Count())))];
    }

    /// <summary>The share of an organ and that of all others, at one signal.</summary>
    public static (Share Own, Share Others) At(IReadOnlyList<Counted> counted, string organ, string signal)
    {
        var lines = counted.Where(line => line.Signal == signal).ToList();
        return (Share.Of(lines.Where(line => line.Organ == organ).Sum(line => line.Wrong), lines.Where(line => line.Organ == organ).Sum(line => line.Cases)),
            Share.Of(lines.Where(line => line.Organ != organ).Sum(line => line.Wrong), lines.Where(line => line.Organ != organ).Sum(line => line.Cases)));
    }
}
