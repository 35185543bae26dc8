using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Intake.Recognition.Search;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Search;

/// <summary>The keyed hashes that stand in the index: of what is said anywhere, in the subject, of the place; and of the month, so that a search can begin with the newest.</summary>
internal sealed class SearchKeys(PersonalData people)
{
    public const string Said = "search", Subject = "search-subject", Place = "search-place";

    private const int Remembered = 300_000, NewestMonths = 3, MonthsBefore = 12;

    private readonly ConcurrentDictionary<(string Kind, string Gram), int> _hashes = [];
    private int _remembered;

    public int Of(string kind, string gram)
    {
        if (_hashes.TryGetValue((kind, gram), out var known)) return known;
        var hash = BitConverter.ToInt32(people.SearchHash(kind, gram));
        // Counted here: the dictionary would take all its locks to count.
        if (_remembered < Remembered && _hashes.TryAdd((kind, gram), hash)) Interlocked.Increment(ref _remembered);
        return hash;
    }

    public int[] Of(string kind, IEnumerable<string> grams) => [.. grams.Select(gram => Of(kind, gram))];

    /// <summary>The month of a petition. An id of a later time counts as made now: nothing may lie beyond the newest month.</summary>
    public int OfMonth(PetitionId id, DateTimeOffset now) => OfMonth(MadeAt(id) is var made && made < now ? made : now);

    /// <summary>The newest months, those of a year before, and where the rest begins.</summary>
    public SearchWindows Windows(DateTimeOffset now)
    {
        var month = new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero);
        // And the month to come, for a clock that goes before this one.
        return new(Months(-1, NewestMonths + 1), Months(NewestMonths, MonthsBefore), FirstAt(month.AddMonths(1 - NewestMonths - MonthsBefore)).Value, FirstAt(month.AddMonths(1 - NewestMonths)).Value);

        int[] Months(int from, int count) => [.. Enumerable.Range(from, count).Select(back => OfMonth(month.AddMonths(-back)))];
    }

    /// <summary>Everything of a petition that can be searched, as the index holds it.</summary>
    public int[] TermsOf(PetitionId id, Searchable searchable, DateTimeOffset now)
    {
        var terms = new SortedSet<int> { OfMonth(id, now) };
        foreach (var text in searchable.Texts) terms.UnionWith(Of(Said, SearchGrams.Of(text)));
        terms.UnionWith(Of(Subject, SearchGrams.Of(searchable.Subject)));
        if (searchable.Place is { } place) terms.UnionWith(Of(Place, SearchGrams.Of(place)));
        return [.. terms];
    }

    // Of the month in which the petition's id was made, by which results are ordered.
    private int OfMonth(DateTimeOffset at) => Of("search-month", at.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture));

    // The first 48 bits of a version-7 id are its time (RFC 9562 §5.7).
    private static DateTimeOffset MadeAt(PetitionId id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        var milliseconds = (long)(BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 16);
        return DateTimeOffset.FromUnixTimeMilliseconds(Math.Min(milliseconds, DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()));
    }

    /// <summary>Before every id that was made at this time or later.</summary>
    private static PetitionId FirstAt(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (ulong)at.ToUnixTimeMilliseconds() << 16);
        return new(new Guid(bytes, bigEndian: true));
    }
}

/// <summary>Where an index is looked into first, then, and last, so that a common gram costs no more than a rare one.</summary>
/// <param name="First">Ids below it are older than either.</param>
/// <param name="FirstOfNewest">Ids below it are older than the newest months.</param>
internal sealed record SearchWindows(int[] Newest, int[] Before, Guid First, Guid FirstOfNewest);

/// <summary>What of a petition is searched, made ready. Exists only in memory.</summary>
internal sealed record Searchable(DossierContent Dossier, IReadOnlyList<string> Supplements)
{
    public SearchText Subject { get; } = SearchText.Of(Dossier.Subject);

    public SearchText? Place { get; } = Dossier.Place is { } place ? SearchText.Of(place) : null;

    /// <summary>The subject first, then what follows it, and what was supplied later.</summary>
    public IReadOnlyList<SearchText> Texts => field ??= [Subject, .. Rest.Select(SearchText.Of)];

    /// <summary>Everything but the subject, as written.</summary>
    public IReadOnlyList<string> Rest => field ??= [Dossier.Facts, .. Dossier.Claims, .. Dossier.Place is { } place ? [place] : Array.Empty<string>(), .. Supplements];
}
