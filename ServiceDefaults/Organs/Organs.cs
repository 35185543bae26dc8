using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Xinfang.ServiceDefaults.Organs;

/// <summary>The one table of organs, read by routing, documents, feed and accounts.</summary>
public static class Organs
{
    /// <summary>区信访办, the office this system belongs to.</summary>
    public const string Office = "120104-xfb";

    /// <summary>区纪委监委, the only organ an accusation may be forwarded to (art. 30).</summary>
    public const string Discipline = "120104-jwjw";

    // Above All, which reads with it: static fields are initialised in textual order.
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Every organ, abolished and superior ones too, in the order of the table.</summary>
    public static IReadOnlyList<Organ> All { get; } = Read();

    private static readonly FrozenDictionary<string, Organ> ByCode = All.ToFrozenDictionary(o => o.Code, StringComparer.Ordinal);

    /// <summary>The 12 streets, by code.</summary>
    public static IReadOnlyList<Organ> Streets { get; } = [.. All.Where(o => o.Kind == OrganKind.Street)];

    /// <summary>Existing organs of the district that have staff, the office included: streets, departments, party, discipline, court, procuratorate.</summary>
    public static IReadOnlyList<Organ> OfDistrict { get; } = [.. All.Where(o => o.Kind != OrganKind.Superior && o.ValidTo is null)];

    /// <summary>Existing organs a petition may be forwarded or assigned to (art. 22): those of the district without the office itself.</summary>
    public static IReadOnlyList<Organ> Routable { get; } = [.. OfDistrict.Where(o => o.Kind != OrganKind.Office)];

    /// <summary>
    /// Bodies that review or recheck opinions (arts. 35, 36) of streets, departments and party organs, in the order of the table.
    /// Court, procuratorate and discipline have procedures of their own.
    /// </summary>
    public static IReadOnlyList<Organ> Reviewing { get; } =
        [.. All.Where(body => OfDistrict.Any(o => o.Kind is OrganKind.Street or OrganKind.Department or OrganKind.Vertical or OrganKind.Party
            && (o.Superior == body.Code || All.Any(review => review.Code == o.Superior && review.Superior == body.Code))))];

    /// <summary>The organ of that code, or null.</summary>
    public static Organ? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    /// <summary>复查机关: the superior of the organ that issued the opinion (art. 35); null for the topmost ones and unknown codes.</summary>
    public static Organ? ReviewBodyOf(string code) => Find(Find(code)?.Superior);

    /// <summary>复核机关: the superior of the review body (art. 36); null where there is none.</summary>
    public static Organ? RecheckBodyOf(string code) => Find(ReviewBodyOf(code)?.Superior);

    /// <summary>The organ that has the duties of <paramref name="code"/> on that day, following successors (art. 24 para. 2); null for an unknown code.</summary>
    public static Organ? InChargeOn(string code, DateOnly day)
    {
        var organ = Find(code);
        while (organ is { Successor: { } successor } && !organ.ExistsOn(day)) organ = Find(successor);
        return organ;
    }

    private static List<Organ> Read()
    {
        using var table = typeof(Organs).Assembly.GetManifestResourceStream("organs.json")
            ?? throw new InvalidOperationException("organs.json is not embedded.");
        return JsonSerializer.Deserialize<List<Organ>>(table, Wire) ?? throw new InvalidOperationException("organs.json is empty.");
    }
}
