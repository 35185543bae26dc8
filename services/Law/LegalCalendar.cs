using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Xinfang.Law;

/// <summary>
/// Counts statutory days. Built from the State Council's yearly notices; a year whose notice is not loaded is
/// provisional (暂定): weekends and the 13 statutory days. Immutable; equal when built from the same data.
/// </summary>
/// <remarks>
/// The Regulation has no counting clause. By analogy the day of the event is not counted (《民法典》第201条), the
/// number includes its last day (第1259条), and a term that ends on a day off ends on the next working day (第203条).
/// </remarks>
public sealed class LegalCalendar : IEquatable<LegalCalendar>
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly FrozenDictionary<int, YearFile> _years;
    private readonly FrozenDictionary<DateOnly, NoticeDay> _days;
    private readonly ConcurrentDictionary<int, FrozenDictionary<DateOnly, string>> _provisional = new();
    private readonly Lazy<WorkingDays> _working;

    private LegalCalendar(IEnumerable<YearFile> years)
    {
        _years = years.Where(file => file.Days.Count > 0).ToFrozenDictionary(file => file.Year);
        _days = _years.Values.SelectMany(file => file.Days).ToFrozenDictionary(day => day.Date);
        LoadedUntil = _years.Count == 0 ? null : new DateOnly(_years.Keys.Max(), 12, 31);
        Version = VersionOf(_days.Values);
        _working = new(() => new WorkingDays(Judge));
    }

    /// <summary>The calendar that comes with the program.</summary>
    public static LegalCalendar Default { get; } = Embedded();

    /// <summary>The last day covered by a notice; null when none is loaded.</summary>
    public DateOnly? LoadedUntil { get; }

    /// <summary>Twelve hexadecimal digits that change with the data; stored beside every projected date.</summary>
    public string Version { get; }

    /// <summary>The loaded years.</summary>
    public IReadOnlyCollection<int> Years => _years.Keys;

    /// <summary>Reads year files of the form <c>{"year":2026,"days":[{"name","date","isOffDay"}]}</c>.</summary>
    /// <exception cref="InvalidDataException">A file is malformed, a year or a day comes twice.</exception>
    public static LegalCalendar Load(IEnumerable<Stream> yearFiles) => new(Distinct(yearFiles.Select(Read)));

    /// <summary>This calendar with further years; a year that is already there is replaced.</summary>
    /// <exception cref="InvalidDataException">A file is malformed, a year or a day comes twice.</exception>
    public LegalCalendar With(IEnumerable<Stream> yearFiles)
    {
        var added = Distinct(yearFiles.Select(Read));
        return new LegalCalendar(Distinct(_years.Values.Where(known => added.TrueForAll(file => file.Year != known.Year)).Concat(added)));
    }

    /// <summary>The years as files again, so that a calendar once in use can be kept: <see cref="Load"/> reads them back.</summary>
    public IReadOnlyList<string> Write() => [.. _years.Values.OrderBy(file => file.Year).Select(file => JsonSerializer.Serialize(file, Json))];

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">As <see cref="Load"/>.</exception>
    public static LegalCalendar Read(IEnumerable<string> yearFiles)
    {
        var streams = yearFiles.Select(file => new MemoryStream(Encoding.UTF8.GetBytes(file))).ToList();
        try
        {
            return Load(streams);
        }
        finally
        {
            streams.ForEach(stream => stream.Dispose());
        }
    }

    /// <summary>A day on which offices work: make-up Saturdays and Sundays (调休) are, holidays are not.</summary>
    public bool IsWorkingDay(DateOnly day) => WorkingDays.Knows(day) ? _working.Value.Contains(day) : Judge(day);

    /// <summary>A Saturday or Sunday that a notice makes a working day.</summary>
    public bool IsMakeUpDay(DateOnly day) => IsWeekend(day) && IsWorkingDay(day);

    /// <summary>The year of this day has no notice.</summary>
    public bool IsProvisional(DateOnly day) => !_years.ContainsKey(day.Year);

    /// <summary>The holiday this day off belongs to; null on working days and plain weekends.</summary>
    public string? HolidayOn(DateOnly day) =>
        _days.TryGetValue(day, out var notice) ? notice.IsOffDay ? notice.Name : null
        : IsProvisional(day) ? Provisional(day.Year).GetValueOrDefault(day) : null;

    /// <summary>This day when it is a working day, else the first one after it.</summary>
    public DateOnly WorkingDayFrom(DateOnly day)
    {
        if (_working.Value.From(day) is { } known) return known;
        while (!IsWorkingDay(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>Working days after the first date, up to and including the second; 0 when there are none.</summary>
    public int WorkingDaysBetween(DateOnly after, DateOnly until)
    {
        if (until <= after) return 0;
        if (WorkingDays.Knows(after) && WorkingDays.Knows(until)) return _working.Value.Upto(until) - _working.Value.Upto(after);
        var count = 0;
        for (var day = after.AddDays(1); day <= until; day = day.AddDays(1))
            if (IsWorkingDay(day)) count++;
        return count;
    }

    /// <summary>Counts a term. Extension and excluded days are of the term's own kind; the roll happens once, at the end.</summary>
    /// <param name="from">The day of the event, which is not counted.</param>
    /// <param name="term">The version in force on that day.</param>
    /// <param name="fromEvent">What happened on it, for the derivation: 受理.</param>
    /// <param name="extensionDays">Days added by extensions that took effect (art. 34).</param>
    /// <param name="excludedDays">Days of a hearing in a recheck (art. 36¶2).</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of days is negative.</exception>
    public DueDate Due(DateOnly from, Term term, string fromEvent, int extensionDays = 0, int excludedDays = 0)
    {
        ArgumentNullException.ThrowIfNull(term);
        ArgumentOutOfRangeException.ThrowIfNegative(extensionDays);
        ArgumentOutOfRangeException.ThrowIfNegative(excludedDays);

        var total = term.Days + extensionDays + excludedDays;
        var (first, strict) = term.Kind is DayKind.Calendar
            ? (from.AddDays(1), from.AddDays(total))
            : (WorkingDayFrom(from.AddDays(1)), NthWorkingDay(from, total));
        return new DueDate(this, term, from, fromEvent, first, extensionDays, excludedDays, strict, WorkingDayFrom(strict));
    }

    /// <summary>What the operations page warns of, or null when all is well.</summary>
    /// <param name="today">The date in Beijing.</param>
    /// <param name="latestDueOn">The latest date on which a running term ends, where the caller has running terms.</param>
    public string? MissingYearAlarm(DateOnly today, DateOnly? latestDueOn = null)
    {
        // The notice comes in October or November; by mid-December a missing file is forgotten, not late.
        var needed = today is { Month: 12, Day: >= 15 } ? today.Year + 1 : today.Year;
        if (latestDueOn is { } latest && latest.Year > needed) needed = latest.Year;
        for (var year = today.Year; year <= needed; year++)
            if (!_years.ContainsKey(year))
                return $"没有载入{year}年的放假安排。到{year}年的期限按周末和法定节假日推算，标为暂定。请载入国务院办公厅的通知，载入后重新计算。";
        return null;
    }

    public bool Equals(LegalCalendar? other) => other is not null && other.Version == Version;

    public override bool Equals(object? obj) => Equals(obj as LegalCalendar);

    public override int GetHashCode() => Version.GetHashCode(StringComparison.Ordinal);

    internal static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    internal DateOnly NthWorkingDay(DateOnly after, int count)
    {
        if (_working.Value.Nth(after, count) is { } known) return known;
        var day = after;
        for (var counted = 0; counted < count;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day)) counted++;
        }
        return day;
    }

    private bool Judge(DateOnly day) =>
        _days.TryGetValue(day, out var notice) ? !notice.IsOffDay
        : !IsWeekend(day) && (!IsProvisional(day) || !Provisional(day.Year).ContainsKey(day));

    private FrozenDictionary<DateOnly, string> Provisional(int year) =>
        _provisional.GetOrAdd(year, static year => StatutoryHolidays.Of(year).ToFrozenDictionary());

    private static LegalCalendar Embedded()
    {
        var assembly = typeof(LegalCalendar).Assembly;
        var files = assembly.GetManifestResourceNames().Where(name => name.StartsWith("calendar/", StringComparison.Ordinal))
            .Select(name => assembly.GetManifestResourceStream(name)!).ToList();
        try
        {
            return Load(files);
        }
        finally
        {
            files.ForEach(file => file.Dispose());
        }
    }

    private static YearFile Read(Stream stream)
    {
        try
        {
            return JsonSerializer.Deserialize<YearFile>(stream, Json) ?? throw new InvalidDataException("A calendar file is empty.");
        }
        catch (JsonException malformed)
        {
            throw new InvalidDataException($"A calendar file is malformed: {malformed.Message}", malformed);
        }
    }

    private static List<YearFile> Distinct(IEnumerable<YearFile> files)
    {
        var years = files.ToList();
        if (years.GroupBy(file => file.Year).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
            throw new InvalidDataException($"The calendar of {twice.Key} comes twice.");
        // A notice may place a make-up day in the year before; nothing lies further away than that.
        if (years.Find(file => file.Days.Any(day => Math.Abs(day.Date.Year - file.Year) > 1)) is { } strange)
            throw new InvalidDataException($"The calendar of {strange.Year} has days of another year.");
        if (years.SelectMany(file => file.Days).GroupBy(day => day.Date).FirstOrDefault(group => group.Skip(1).Any()) is { } day)
            throw new InvalidDataException($"The day {day.Key:O} comes twice in the calendar.");
        return years;
    }

    private static string VersionOf(IEnumerable<NoticeDay> days)
    {
        var text = string.Join('\n', days.OrderBy(day => day.Date).Select(day => string.Create(CultureInfo.InvariantCulture, $"{day.Date:O} {(day.IsOffDay ? '-' : '+')}")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
    }

    /// <summary>The working days of forty years as prefix sums: any count, and any n-th day after a day, is one look.</summary>
    private sealed class WorkingDays
    {
        private static readonly int First = new DateOnly(2021, 1, 1).DayNumber, Last = new DateOnly(2060, 12, 31).DayNumber;
        private readonly int[] _upto = new int[Last - First + 1];
        private readonly int[] _days;

        public WorkingDays(Func<DateOnly, bool> judge)
        {
            List<int> days = [];
            for (var number = First; number <= Last; number++)
            {
                if (judge(DateOnly.FromDayNumber(number))) days.Add(number);
                _upto[number - First] = days.Count;
            }
            _days = [.. days];
        }

        public static bool Knows(DateOnly day) => day.DayNumber >= First && day.DayNumber <= Last;

        public int Upto(DateOnly day) => _upto[day.DayNumber - First];

        public bool Contains(DateOnly day)
        {
            var upto = Upto(day);
            return upto > 0 && _days[upto - 1] == day.DayNumber;
        }

        public DateOnly? From(DateOnly day) => !Knows(day) ? null : Contains(day) ? day : Nth(day, 1);

        public DateOnly? Nth(DateOnly after, int count)
        {
            if (count < 1 || !Knows(after)) return null;
            var at = Upto(after) + count - 1;
            return at < _days.Length ? DateOnly.FromDayNumber(_days[at]) : null;
        }
    }

    private sealed record YearFile([property: JsonRequired] int Year, [property: JsonRequired] IReadOnlyList<NoticeDay> Days);

    private sealed record NoticeDay([property: JsonRequired] string Name, [property: JsonRequired] DateOnly Date, [property: JsonRequired] bool IsOffDay);
}
