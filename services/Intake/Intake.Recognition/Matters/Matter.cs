using System.Text.RegularExpressions;

namespace Xinfang.Intake.Recognition.Matters;

/// <summary>What a petition says, made ready to be compared.</summary>
public sealed partial class Matter
{
    private const int ReadForPlaces = 400;

    private Matter() { }

    internal Wording Wording { get; private init; } = null!;
    internal string Subject { get; private init; } = null!;
    internal string Normal { get; private init; } = null!;
    internal int[] Grams { get; private init; } = null!;
    internal float[] Weights { get; private init; } = null!;
    internal float Length { get; private init; }
    internal int[] SubjectGrams { get; private init; } = null!;
    internal IReadOnlySet<string> Places { get; private init; } = null!;
    internal IReadOnlySet<string> SubjectPlaces { get; private init; } = null!;
    internal IReadOnlySet<string> SubjectCities { get; private init; } = null!;
    internal IReadOnlySet<string> Areas { get; private init; } = null!;
    internal IReadOnlySet<string> Numbers { get; private init; } = null!;
    internal Sparse Topics { get; private init; }
    internal bool SaysAgain { get; private init; }

    /// <summary>Reads a petition.</summary>
    /// <param name="place">Where it happened, if that was said apart.</param>
    public static Matter Of(Wording wording, Rarity rarity, string? place = null)
    {
        ArgumentNullException.ThrowIfNull(wording);
        ArgumentNullException.ThrowIfNull(rarity);
        var subject = Characters.Normal(wording.Subject, digits: true).Text;
        var normal = NormalOf(wording);
        var whole = place is null ? normal : $"{Characters.Normal(place, digits: true).Text}{Characters.Mark}{normal}";
        var (grams, counts) = Matters.Grams.Of(whole);
        var weights = new float[grams.Length];
        for (var i = 0; i < grams.Length; i++) weights[i] = (1 + MathF.Log(counts[i])) * rarity.Of(grams[i]);
        var opening = whole.Length > ReadForPlaces ? whole[..ReadForPlaces] : whole;
        return new Matter
        {
            Wording = wording,
            Subject = subject,
            Normal = whole,
            Grams = grams,
            Weights = weights,
            Length = MathF.Sqrt(weights.Sum(w => w * w)),
            SubjectGrams = Matters.Grams.Of(subject).Numbers,
            Places = Named(opening),
            SubjectPlaces = Named(subject),
            SubjectCities = CityPattern().Matches(subject).Select(m => m.Value).ToHashSet(StringComparer.Ordinal),
            Areas = AreasOf(opening),
            Numbers = NumberPattern().Matches(whole).Select(m => m.Value).ToHashSet(StringComparer.Ordinal),
            Topics = Categories.Features.Of(wording).TopicShares,
            SaysAgain = AgainPattern().IsMatch(whole),
        };
    }

    internal static string NormalOf(Wording wording) =>
        $"{Characters.Normal(wording.Subject, digits: true).Text}{Characters.Mark}{Characters.Normal(wording.Rest, digits: true).Text}";

    // The two characters before the word tell one road or estate from another.
    private static HashSet<string> Named(string text) => PlacePattern().Matches(text).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);

    // 区、县 and the letters that stand for names in published texts; a whole city is too large to tell anything.
    private static HashSet<string> AreasOf(string text) => AreaPattern().Matches(text).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex("[\\p{L}\\p{N}]{2}(?:小区|社区|街道|镇|乡|村|路|大道|街|巷|学校|中学|小学|幼儿园|学院|大学|医院|公司|集团|广场|花园|花苑|家园|公寓|山庄|别墅|城|苑|府|公园|大厦|酒店|市场|驾校|车站|大桥|站|期|栋|项目|楼盘|中心)", RegexOptions.CultureInvariant)]
    private static partial Regex PlacePattern();

    [GeneratedRegex("[a-z]\\d*[区县]|[a-z]\\d+市|(?<![小社地园片辖市城新])\\p{IsCJKUnifiedIdeographs}{2}[区县](?!域|别|级)", RegexOptions.CultureInvariant)]
    private static partial Regex AreaPattern();

    [GeneratedRegex("[a-z]市|\\p{IsCJKUnifiedIdeographs}{2}市(?![场民政区长委里内容面值级局])", RegexOptions.CultureInvariant)]
    private static partial Regex CityPattern();

    [GeneratedRegex("\\d{3,}|\\d+(?:栋|号|期|路|单元|组|万|亿|幢|楼|室)", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();

    [GeneratedRegex("再次|再一次|第[二三四五六七八2-8]次|多次|又一次|上次|上一次|之前(?:反映|投诉|回复)|已经?(?:反映|投诉)过|回复|答复|原帖|仍|至今|依旧|依然|还是没", RegexOptions.CultureInvariant)]
    private static partial Regex AgainPattern();
}
