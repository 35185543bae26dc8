using System.Globalization;
using Xinfang.Intake.Api.Petitions;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Intake.Api.Imports.Reading;

/// <summary>What a row says, as a registration asks for it.</summary>
internal sealed record ImportedPetition(string? Number, DateOnly? ReceivedOn, bool ElectronicService, PetitionForm Form);

/// <summary>Which column stands where in this file.</summary>
internal sealed class Heading
{
    private readonly Dictionary<string, int> _places = [];

    private Heading() { }

    /// <summary>Columns of the file that are not imported.</summary>
    public IReadOnlyList<string> Ignored { get; private init; } = [];

    public static Heading Of(TableRow row)
    {
        var titles = row.Cells.Select(cell => cell.Trim().Trim('\uFEFF')).ToList();
        var missing = Columns.All.Where(column => column.Needed && !titles.Contains(column.Title)).Select(column => column.Title).ToList();
        if (missing.Count > 0) throw new UnreadableFileException($"第一行是标题，缺这些列：{string.Join("、", missing)}。请用模板填写。");
        var known = Columns.All.Select(column => column.Title).ToHashSet(StringComparer.Ordinal);
        var heading = new Heading { Ignored = [.. titles.Where(title => title.Length > 0 && !known.Contains(title)).Select(title => title.Length > 30 ? title[..30] : title)] };
        foreach (var (place, title) in titles.Index())
            if (known.Contains(title) && !heading._places.TryAdd(title, place)) throw new UnreadableFileException($"有两列都叫“{title}”，请留一列。");
        return heading;
    }

    public string? Cell(TableRow row, string title) =>
        _places.TryGetValue(title, out var place) && place < row.Cells.Count && row.Cells[place].Trim() is { Length: > 0 } text ? text.Replace("\r\n", "\n", StringComparison.Ordinal) : null;
}

/// <summary>Makes a registration of a row; what cannot be read is a fault of its column.</summary>
internal static class RowReading
{
    private static readonly string[] Dates = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];
    private static readonly DateOnly ExcelsFirstDay = new(1899, 12, 30);

    public static ImportedPetition Read(TableRow row, Heading heading, List<Fault> faults)
    {
        string? Cell(string title) => heading.Cell(row, title);
        if (row.Cells.Any(cell => !CleanText.IsClean(cell)))
            faults.Add(new("number", "这一行有不能保存的字符，可能是编码不对。请另存为“CSV UTF-8”或者.xlsx再传。", PetitionRegulations.Registration));
        if (Cell(Columns.Number) is { Length: > 60 }) faults.Add(new("number", "外部编号最多60个字。", PetitionRegulations.Registration));

        var channel = Word(Cell(Columns.Channel), Columns.Channels, "channel", "信访形式写来信、来访、来电或者传真。", PetitionRegulations.Channels, faults);
        if (channel is null && Cell(Columns.Channel) is null) faults.Add(new("channel", "信访形式写来信、来访、来电或者传真。", PetitionRegulations.Channels));
        var received = Day(Cell(Columns.ReceivedOn), "receivedOn", faults);
        if (received is null && Cell(Columns.ReceivedOn) is null) faults.Add(new("receivedOn", "请写收到日期，例如2026-03-02。", PetitionRegulations.Registration));
        return new(Cell(Columns.Number), received, Yes(Cell(Columns.Electronic), "electronicService", faults), new PetitionForm
        {
            Channel = channel ?? Domain.Channel.Letter,
            Anonymous = Yes(Cell(Columns.Anonymous), "petitioner.anonymous", faults),
            Name = Cell(Columns.Name),
            IdNumber = Cell(Columns.IdNumber),
            Phone = Cell(Columns.Phone),
            Address = Cell(Columns.Address),
            Subject = Cell(Columns.Subject),
            Facts = Cell(Columns.Facts),
            Claims = Many(Cell(Columns.Claims), '\n', '|', '｜'),
            Category = Word(Cell(Columns.Category), Columns.Categories, "category", "信访目的写求决、申诉、意见建议或者检举控告，不清楚就空着。", PetitionRegulations.Form, faults),
            Street = StreetOf(Cell(Columns.Street)),
            Place = Cell(Columns.Place),
            HappenedOn = Day(Cell(Columns.HappenedOn), "happenedOn", faults),
            People = Whole(Cell(Columns.People), faults),
            CoSigners = Many(Cell(Columns.CoSigners), '、', '\n', '，', ','),
            Representatives = Many(Cell(Columns.Representatives), '、', '\n', '，', ','),
            ElectionNote = Cell(Columns.Election),
            Oral = Yes(Cell(Columns.Oral), "oral", faults),
            ReadBackConfirmed = Yes(Cell(Columns.ReadBack), "readBackConfirmed", faults),
        });
    }

    /// <summary>The form's faults and the refusals of registering, as for any registration at the counter.</summary>
    public static Result<Registration> Register(ImportedPetition row, Guid id, string number, string by, Moment now, List<Fault> faults)
    {
        faults.AddRange(Domain.Form.Check(row.Form, Filing.Streets, online: false, now.Date));
        if (row.ReceivedOn is not { } received) return Refusals.NotReceivedYet;
        var form = row.Form;
        var entry = new Entry(form.Channel, received, form.Anonymous, row.ElectronicService && !form.Anonymous, form.Street, form.Claims.Count, form.Category);
        var result = Petition.Register(new(id), number, entry, by, now);
        if (result.Refused(out var refusal, out _)) faults.Add(new(refusal == Refusals.OnlineIsForPetitioners ? "channel" : "receivedOn", refusal.Message, refusal.Basis!));
        return result;
    }

    private static string? StreetOf(string? text) =>
        text is null ? null : Organs.Streets.FirstOrDefault(street => street.Code == text || street.ShortName == text || street.Name == text)?.Code ?? text;

    private static T? Word<T>(string? text, IReadOnlyDictionary<string, T> words, string field, string message, Article basis, List<Fault> faults) where T : struct
    {
        if (text is null) return null;
        if (words.TryGetValue(text, out var value)) return value;
        faults.Add(new(field, message, basis));
        return null;
    }

    private static DateOnly? Day(string? text, string field, List<Fault> faults)
    {
        if (text is null) return null;
        if (DateOnly.TryParseExact(text.Split(' ', 'T')[0], Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        if (text.Length == 5 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial)) return ExcelsFirstDay.AddDays(serial);
        faults.Add(new(field, "看不懂这个日期，请写2026-03-02这样。", PetitionRegulations.Registration));
        return null;
    }

    private static bool Yes(string? text, string field, List<Fault> faults)
    {
        if (text is "是" or "√" or "1") return true;
        if (text is not (null or "否" or "0")) faults.Add(new(field, "这一列写是或者否。", PetitionRegulations.Form));
        return false;
    }

    private static int? Whole(string? text, List<Fault> faults)
    {
        if (text is null) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        faults.Add(new("people", "人数写数字。", PetitionRegulations.Form));
        return null;
    }

    private static string[] Many(string? text, params char[] between) => text?.Split(between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
