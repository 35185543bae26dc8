using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Api.Petitions;
using Xinfang.Intake.Domain;
using Xinfang.Intake.Recognition.Search;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Search;

/// <summary>
/// Finds petitions. The index proposes those that have the grams; whether one has the words is seen from what it says, which is opened for the page shown
/// and, while they are few, for all. What is not indexed yet is opened and searched itself, so that what was filed a moment ago is found.
/// </summary>
internal sealed class PetitionSearch(IntakeDb db, SearchCandidates candidates, PersonalData people)
{
    /// <summary>So many are counted; opened one by one so that the count is exact; not yet indexed and searched themselves.</summary>
    public const int Counted = 5000, Opened = 200, Waiting = 500;

    /// <summary>Where a page ended: by rank, then the newest first.</summary>
    public sealed record Key(double Rank, Guid Id);

    public async Task<SearchPetitions.Response> FindAsync(Wanted wanted, CurrentCaller caller, Key? last, int limit, CancellationToken ct)
    {
        var scope = wanted.Among(db.Petitions.AsNoTracking().IgnoreAutoIncludes().VisibleTo(caller), db, people);
        return wanted.HasWords ? await ByWordsAsync(wanted, scope, last, limit, ct) : await ByFactsAsync(wanted, scope, last, limit, ct);
    }

    private async Task<SearchPetitions.Response> ByFactsAsync(Wanted wanted, IQueryable<Petition> scope, Key? last, int limit, CancellationToken ct)
    {
        if (last is not null)
        {
            var before = new PetitionId(last.Id);
            scope = scope.Where(p => EF.Functions.LessThan(ValueTuple.Create(p.Id), ValueTuple.Create(before)));
        }
        var cards = await scope.OrderByDescending(p => p.Id).Select(Card.Of).Take(last is null ? Counted + 1 : limit + 1).ToListAsync(ct);
        var page = cards.Take(limit).Select(card => card.Id).ToList();
        var opened = await OpenAsync(page, ct);
        return await AnswerAsync(wanted, page, opened, cards.Count > limit ? new Key(0, page[^1].Value) : null, last is null ? cards : null, about: false, partly: false, ct);
    }

    private async Task<SearchPetitions.Response> ByWordsAsync(Wanted wanted, IQueryable<Petition> scope, Key? last, int limit, CancellationToken ct)
    {
        // Before the index is asked: what is indexed meanwhile is then found twice, and not never.
        var waiting = await WaitingAsync(ct);
        var (ranked, partly) = (await candidates.AllWordsAsync(wanted, scope, Of(waiting, wanted, partly: false), ct), false);
        var opened = waiting;
        var certain = wanted.Text.Words.Concat(wanted.Place.Words).All(word => word.IsCertain);
        if (!certain && ranked.Count <= Opened) ranked = await OnlyTrueAsync(ranked, wanted, opened, ct);
        if (ranked.Count == 0 && wanted.Text.Words.Count > 1)
            (ranked, partly) = (await candidates.SomeWordsAsync(wanted, scope, Of(waiting, wanted, partly: true), ct), true);

        var (page, next) = await PageAsync(ranked, wanted, opened, last, limit, partly, ct);
        return await AnswerAsync(wanted, page, opened, next, last is null ? ranked.ConvertAll(hit => hit.Card) : null, about: !certain && ranked.Count > Opened, partly, ct);
    }

    private async Task<(List<PetitionId> Page, Key? Next)> PageAsync(
        List<Ranked> ranked, Wanted wanted, Dictionary<PetitionId, Searchable> opened, Key? last, int limit, bool partly, CancellationToken ct)
    {
        var rest = ranked.SkipWhile(hit => last is not null && !hit.IsAfter(last.Rank, last.Id)).Take(Counted).ToList();
        List<Ranked> page = [];
        foreach (var some in rest.Chunk(limit + 1))
        {
            await OpenAsync([.. some.Select(hit => hit.Card.Id)], opened, ct);
            page.AddRange(some.Where(hit => IsTrue(hit.Card.Id, wanted, opened, partly)));
            if (page.Count > limit) break;
        }
        var shown = page.Take(limit).ToList();
        return (shown.ConvertAll(hit => hit.Card.Id), page.Count > limit ? new Key(shown[^1].Rank, shown[^1].Card.Id.Value) : null);
    }

    private async Task<List<Ranked>> OnlyTrueAsync(List<Ranked> ranked, Wanted wanted, Dictionary<PetitionId, Searchable> opened, CancellationToken ct)
    {
        await OpenAsync(ranked.ConvertAll(hit => hit.Card.Id), opened, ct);
        return ranked.FindAll(hit => IsTrue(hit.Card.Id, wanted, opened, partly: false));
    }

    private static bool IsTrue(PetitionId id, Wanted wanted, Dictionary<PetitionId, Searchable> opened, bool partly) =>
        opened.TryGetValue(id, out var searchable)
        && (wanted.Place.Words.Count == 0 || searchable.Place is { } place && wanted.Place.IsIn([place]))
        && (partly ? wanted.Text.IsPartlyIn(searchable.Texts) : wanted.Text.IsIn(searchable.Texts));

    private static List<PetitionId> Of(Dictionary<PetitionId, Searchable> waiting, Wanted wanted, bool partly) => [.. waiting.Keys.Where(id => IsTrue(id, wanted, waiting, partly))];

    private async Task<Dictionary<PetitionId, Searchable>> WaitingAsync(CancellationToken ct) =>
        await OpenAsync(await db.SearchDue.AsNoTracking().OrderByDescending(due => due.Id).Select(due => due.PetitionId).Take(Waiting).ToListAsync(ct), ct);

    private async Task<Dictionary<PetitionId, Searchable>> OpenAsync(IReadOnlyList<PetitionId> ids, CancellationToken ct)
    {
        Dictionary<PetitionId, Searchable> opened = [];
        await OpenAsync(ids, opened, ct);
        return opened;
    }

    /// <summary>Opens those that are not yet. Sealed ones have nothing that is opened here; one that was tampered with does not open.</summary>
    private async Task OpenAsync(IReadOnlyList<PetitionId> ids, Dictionary<PetitionId, Searchable> opened, CancellationToken ct)
    {
        var missing = ids.Where(id => !opened.ContainsKey(id)).Distinct().ToList();
        if (missing.Count == 0) return;
        var supplements = (await db.Supplements.AsNoTracking().Where(s => missing.Contains(s.PetitionId)).Select(s => new { s.PetitionId, s.Number, s.Text }).ToListAsync(ct))
            .OrderBy(s => s.Number).ToLookup(s => s.PetitionId, s => s.Text);
        foreach (var row in await db.Dossiers.AsNoTracking().Where(d => missing.Contains(d.PetitionId)).Select(d => new { d.PetitionId, d.Content }).ToListAsync(ct))
        {
            var id = row.PetitionId.Value;
            try
            {
                opened[row.PetitionId] = new(DossierContent.Decrypted(row.Content, people, id), [.. supplements[row.PetitionId].Select(text => people.Decrypt(text, id))]);
            }
            catch (CryptographicException)
            {
                // Tampered with: its own verification tells that.
            }
        }
    }

    private async Task<SearchPetitions.Response> AnswerAsync(
        Wanted wanted, List<PetitionId> page, Dictionary<PetitionId, Searchable> opened, Key? next, List<Card>? counted, bool about, bool partly, CancellationToken ct)
    {
        var petitions = await db.Petitions.AsNoTracking().IgnoreAutoIncludes().Where(p => page.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        return new(
            [.. page.Select(id => SearchRows.Of(petitions[id], opened.GetValueOrDefault(id), wanted))],
            next is null ? null : ServiceDefaults.Http.Cursor.Write(next), counted is null ? null : Math.Min(counted.Count, Counted), counted?.Count > Counted, about, partly,
            counted is null ? null : SearchRows.Facets(counted.Take(Counted)), [.. wanted.Text.Words.Concat(wanted.Place.Words).Select(word => word.Text)]);
    }
}
