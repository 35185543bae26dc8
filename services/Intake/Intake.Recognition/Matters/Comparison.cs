using System.Globalization;

namespace Xinfang.Intake.Recognition.Matters;

/// <summary>What is known of whether two petitions come from the same person (domain handbook 7.4), the surest last.</summary>
public enum PersonMatch { Different, Unknown, NameOnly, NameAndAddress, Phone, Identity }

/// <summary>What two petitions are to each other, as far as a machine can tell. A clerk decides.</summary>
public enum Kinship { Unrelated, SameEvent, Repeat }

/// <summary>One thing that speaks for or against, as a sentence for the clerk.</summary>
public sealed record Point(bool Speaks, string Sentence);

/// <summary>Two petitions compared, each question by itself: same person (同人), same matter (同事), same event told by others.</summary>
/// <param name="SamePerson">0 to 1, by what is known of them; text counts nothing here.</param>
/// <param name="SameMatter">0 to 1: facts and claim basically the same, if it is the same person.</param>
/// <param name="SameEvent">0 to 1: the same event, if they are different people.</param>
/// <param name="Points">What speaks for and against.</param>
public sealed record Comparison(double SamePerson, double SameMatter, double SameEvent, IReadOnlyList<Point> Points)
{
    /// <summary>From here on it is proposed as the same.</summary>
    public const double Threshold = 0.5;

    private const double SurelyThem = 0.75;

    /// <summary>Both tests of a repeat are needed: same person and same matter.</summary>
    public Kinship Kinship => SamePerson >= SurelyThem && SameMatter >= Threshold ? Kinship.Repeat : SameEvent >= Threshold ? Kinship.SameEvent : Kinship.Unrelated;

    /// <summary>What candidates are ordered by: the matter if it is the same person, else the event.</summary>
    public double Score => SamePerson >= SurelyThem ? SameMatter : SameEvent;

    /// <param name="apart">Days between the two, without sign.</param>
    public static Comparison Of(Matter a, Matter b, Rarity rarity, PersonMatch person, double apart)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var likeness = Likeness.Of(a, b, rarity, apart);
        return new(Known(person), likeness.SameMatter, likeness.SameEvent, [.. PointsOf(a, b, likeness, person, apart)]);
    }

    private static double Known(PersonMatch person) => person switch
    {
        PersonMatch.Identity => 1,
        PersonMatch.Phone => 0.9,
        PersonMatch.NameAndAddress => 0.8,
        PersonMatch.NameOnly => 0.3,
        PersonMatch.Unknown => 0.1,
        _ => 0,
    };

    private static IEnumerable<Point> PointsOf(Matter a, Matter b, Likeness likeness, PersonMatch person, double apart)
    {
        yield return person switch
        {
            PersonMatch.Identity => new(true, "证件号码相同，是同一个人。"),
            PersonMatch.Phone => new(true, "联系电话相同，应当是同一个人。"),
            PersonMatch.NameAndAddress => new(true, "姓名和住址都相同，应当是同一个人。"),
            PersonMatch.NameOnly => new(false, "只有姓名相同，可能是重名。"),
            PersonMatch.Unknown => new(false, "看不出是不是同一个人。"),
            _ => new(false, "证件号码不同，不是同一个人。"),
        };
        var places = Some(a.Places.Intersect(b.Places));
        if (places.Length > 0) yield return new(true, $"都说到同样的地方或者单位：{places}。");
        if (likeness.PlaceConflict > 0) yield return new(false, $"主题里说的地方或者单位不同：一件是{Some(a.SubjectPlaces)}，一件是{Some(b.SubjectPlaces)}。");
        if (likeness.AreaConflict > 0) yield return new(false, $"说的区县不同：一件是{Some(a.Areas)}，一件是{Some(b.Areas)}。");
        var numbers = Some(a.Numbers.Intersect(b.Numbers));
        if (numbers.Length > 0) yield return new(true, $"都有同样的号码或者数字：{numbers}。");
        if (likeness.Text >= 0.45) yield return new(true, $"文字有{Percent(likeness.Text * likeness.Text)}相近。");
        else if (likeness.Text < 0.25) yield return new(false, "文字很少相近。");
        if (likeness.Topic >= 0.6) yield return new(true, "说的是同一类事情。");
        else if (likeness.Topic < 0.2) yield return new(false, "说的不像同一类事情。");
        if (likeness.Again > 0) yield return new(true, "文字里说到以前反映过或者答复过。");
        if (apart <= 31) yield return new(true, $"相隔{Math.Round(apart).ToString(CultureInfo.InvariantCulture)}天。");
    }

    private static string Some(IEnumerable<string> found) => string.Join("、", found.Order(StringComparer.Ordinal).Take(3));

    private static string Percent(double share) => share.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal);
}
