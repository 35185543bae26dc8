using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Intake.Recognition.Search;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Intake.Api.Search;

/// <summary>What was found, for people to read: where the words stand, and how many there are of each kind.</summary>
internal static class SearchRows
{
    private const int Before = 24, Longest = 110;

    public static SearchPetitions.Row Of(Petition petition, Searchable? opened, Wanted wanted)
    {
        var words = new SearchQuery([.. wanted.Text.Words, .. wanted.Place.Words]);
        return new(
            petition.Id.Value, petition.Number, opened is null ? [new("保密件，只能转纪检监察机关", false)] : Marked(opened.Dossier.Subject, words), opened is null ? [] : Excerpt(opened, words),
            petition.Street, Organs.Find(petition.Street)?.ShortName, petition.Channel, Words.Of(petition.Channel), opened?.Dossier.Masked(petition.Anonymous).Name,
            petition.ReceivedOn, petition.Category, petition.Category is { } category ? Words.Of(category) : null, petition.Urgent, petition.Sealed,
            petition.Status, Words.Of(petition.Status), OrganView.Of(petition.Organ));
    }

    public static SearchPetitions.FacetsView Facets(IEnumerable<Card> cards)
    {
        var all = cards.ToList();
        return new(
            Buckets(all, card => card.Status.ToString(), card => Words.Of(card.Status)),
            Buckets(all, card => card.Category?.ToString(), card => Words.Of(card.Category!.Value)),
            Buckets(all, card => card.Organ, card => Organs.Find(card.Organ)?.ShortName ?? card.Organ!),
            Buckets(all, card => card.Street, card => Organs.Find(card.Street)?.ShortName ?? card.Street!),
            Buckets(all, card => card.Channel.ToString(), card => Words.Of(card.Channel)));
    }

    private static List<SearchPetitions.Bucket> Buckets(List<Card> cards, Func<Card, string?> value, Func<Card, string> text) =>
        [
            .. cards.Where(card => value(card) is not null).GroupBy(card => value(card)!)
                .Select(group => new SearchPetitions.Bucket(group.Key, text(group.First()), group.Count())).OrderByDescending(bucket => bucket.Count).ThenBy(bucket => bucket.Value, StringComparer.Ordinal),
        ];

    /// <summary>A piece of what follows the subject, around the first word that stands there; else its beginning.</summary>
    private static List<SearchPetitions.Fragment> Excerpt(Searchable opened, SearchQuery words)
    {
        var text = opened.Rest.FirstOrDefault(rest => words.In(SearchText.Of(rest)).Count > 0) ?? opened.Dossier.Facts;
        var first = words.In(SearchText.Of(text)) is [var hit, ..] ? hit.At : 0;
        var start = Whole(text, Math.Max(0, first - Before));
        var end = Whole(text, Math.Min(text.Length, start + Longest));
        return
        [
            .. start > 0 ? [new SearchPetitions.Fragment("…", false)] : Array.Empty<SearchPetitions.Fragment>(), .. Marked(text[start..end], words),
            .. end < text.Length ? [new SearchPetitions.Fragment("…", false)] : Array.Empty<SearchPetitions.Fragment>(),
        ];
    }

    // Never between the two halves of a rare character.
    private static int Whole(string text, int at) => at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;

    private static List<SearchPetitions.Fragment> Marked(string text, SearchQuery words)
    {
        List<SearchPetitions.Fragment> fragments = [];
        var at = 0;
        foreach (var hit in words.In(SearchText.Of(text)))
        {
            if (hit.At > at) fragments.Add(new(text[at..hit.At], false));
            fragments.Add(new(text.Substring(hit.At, hit.Length), true));
            at = hit.At + hit.Length;
        }
        if (at < text.Length) fragments.Add(new(text[at..], false));
        return fragments;
    }
}
