using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Intake.Recognition.Search;

namespace Xinfang.Intake.Api.Search;

/// <summary>What is needed of a petition to count and to order it.</summary>
internal sealed record Card(PetitionId Id, PetitionStatus Status, Category? Category, string? Organ, string? Street, Channel Channel)
{
    public static readonly Expression<Func<Petition, Card>> Of = p => new Card(p.Id, p.Status, p.Category, p.Organ, p.Street, p.Channel);
}

/// <summary>A petition that may have the words, and how well it answers them.</summary>
internal sealed record Ranked(Card Card, double Rank)
{
    public bool IsAfter(double rank, Guid id) => Rank < rank || (Rank.Equals(rank) && Compare(Card.Id.Value, id) < 0);

    /// <summary>As the database sorts ids.</summary>
    public static int Compare(Guid a, Guid b) => string.CompareOrdinal(a.ToString("N"), b.ToString("N"));
}

/// <summary>
/// Asks the index. A common word stands in a hundred thousand petitions and only the newest are counted, so the index is asked for the newest months first,
/// then for the months of a year, then for everything, until enough are found.
/// </summary>
internal sealed class SearchCandidates(IntakeDb db, SearchKeys keys, TimeProvider time)
{
    private const int Some = 1000;

    /// <summary>At most one more than are counted: those that have all grams, ordered.</summary>
    /// <param name="waiting">Not yet indexed and known to have the words.</param>
    public async Task<List<Ranked>> AllWordsAsync(Wanted wanted, IQueryable<Petition> scope, List<PetitionId> waiting, CancellationToken ct)
    {
        int[] grams = [.. keys.Of(SearchKeys.Said, wanted.Text.Words.SelectMany(word => word.Grams)), .. keys.Of(SearchKeys.Place, wanted.Place.Words.SelectMany(word => word.Grams))];
        var cards = await NewestAsync(scope, grams, PetitionSearch.Counted + 1, ct);
        cards.AddRange(await scope.Where(p => waiting.Contains(p.Id)).Select(Card.Of).ToListAsync(ct));
        var ranks = wanted.Filters.Order is SearchPetitions.Order.Newest || cards.Count < 2 ? [] : await RanksAsync(wanted.Text.Words, scope, SearchKeys.Subject, ct);
        return Ordered(cards, ranks);
    }

    /// <summary>Those that have some of the words, the more and the rarer the earlier.</summary>
    public async Task<List<Ranked>> SomeWordsAsync(Wanted wanted, IQueryable<Petition> scope, List<PetitionId> waiting, CancellationToken ct)
    {
        Dictionary<PetitionId, Card> cards = (await scope.Where(p => waiting.Contains(p.Id)).Select(Card.Of).ToListAsync(ct)).ToDictionary(card => card.Id);
        var place = keys.Of(SearchKeys.Place, wanted.Place.Words.SelectMany(word => word.Grams));
        Dictionary<PetitionId, double> ranks = [];
        foreach (var word in wanted.Text.Words.Where(word => word.Grams.Count > 0))
        {
            var found = await NewestAsync(scope, [.. keys.Of(SearchKeys.Said, word.Grams), .. place], Some, ct);
            foreach (var card in found)
            {
                cards.TryAdd(card.Id, card);
                ranks[card.Id] = ranks.GetValueOrDefault(card.Id) + Rarity(found.Count);
            }
        }
        return Ordered(cards.Values, ranks);
    }

    // The newest thousand that have a word in the subject come first; further back, newness says as much.
    private async Task<Dictionary<PetitionId, double>> RanksAsync(IReadOnlyList<SearchWord> words, IQueryable<Petition> scope, string kind, CancellationToken ct)
    {
        Dictionary<PetitionId, double> ranks = [];
        foreach (var word in words.Where(word => word.Grams.Count > 0))
        {
            var found = await NewestAsync(scope, keys.Of(kind, word.Grams), Some, ct);
            foreach (var card in found) ranks[card.Id] = ranks.GetValueOrDefault(card.Id) + Rarity(found.Count);
        }
        return ranks;
    }

    // Rounded, so that it is the same in a cursor.
    private static double Rarity(int found) => Math.Round(1 / Math.Log(Math.E + found), 3);

    private static List<Ranked> Ordered(IEnumerable<Card> cards, Dictionary<PetitionId, double> ranks) =>
        [
            .. cards.DistinctBy(card => card.Id).Select(card => new Ranked(card, Math.Round(ranks.GetValueOrDefault(card.Id), 3)))
                .OrderByDescending(hit => hit.Rank).ThenByDescending(hit => hit.Card.Id.Value, Comparer<Guid>.Create(Ranked.Compare)),
        ];

    private async Task<List<Card>> NewestAsync(IQueryable<Petition> scope, int[] grams, int most, CancellationToken ct)
    {
        List<Card> found = [];
        foreach (var hits in Hits(grams, keys.Windows(time.GetUtcNow())))
        {
            found.AddRange(await scope.Join(hits, p => p.Id, t => t.PetitionId, (p, _) => p).OrderByDescending(p => p.Id).Select(Card.Of).Take(most - found.Count).ToListAsync(ct));
            if (found.Count >= most) break;
        }
        return found;
    }

    // offset 0: the index is asked by itself, whatever the planner thinks of what follows.
    private IEnumerable<IQueryable<SearchTerms>> Hits(int[] grams, SearchWindows windows)
    {
        yield return db.SearchTerms.FromSql($"select petition_id, grams from search_terms where grams @> {grams} and grams && {windows.Newest} offset 0").AsNoTracking();
        yield return db.SearchTerms.FromSql($"select petition_id, grams from search_terms where grams @> {grams} and grams && {windows.Before} offset 0").AsNoTracking();
        yield return db.SearchTerms.FromSql($"select petition_id, grams from search_terms where grams @> {grams} and petition_id < {windows.First} offset 0").AsNoTracking();
    }
}
