namespace Xinfang.Intake.Recognition.Matters;

/// <summary>In what two petitions are alike, each from 0 to about 1. Numbers to weigh, not yet an opinion.</summary>
/// <param name="Text">All grams, by rarity.</param>
/// <param name="Subject">Grams of the subject lines.</param>
/// <param name="Covered">How much of the subject of one the other says anywhere; the better direction.</param>
/// <param name="CoveredLeast">The worse direction.</param>
/// <param name="RareShared">Grams in both that hardly any other petition has.</param>
/// <param name="Passage">The longest run of characters in both.</param>
/// <param name="PlaceShared">Roads, estates, schools, firms … in both.</param>
/// <param name="PlaceConflict">Both name such in their subjects, and the other does not know them: copied texts about another place.</param>
/// <param name="AreaConflict">Both name districts, and none in common.</param>
/// <param name="NumberShared">House numbers, sums, lines … in both.</param>
/// <param name="Topic">What it is about, by the thesaurus.</param>
/// <param name="Near">1 on the same day, one half after a month.</param>
/// <param name="Again">One of them says that it is not the first.</param>
internal sealed record Likeness(
    double Text, double Subject, double Covered, double CoveredLeast, double RareShared, double Passage,
    double PlaceShared, double PlaceConflict, double AreaConflict, double NumberShared, double Topic, double Near, double Again)
{
    private const double FewTexts = 0.002;

    /// <param name="apart">Days between the two.</param>
    public static Likeness Of(Matter a, Matter b, Rarity rarity, double apart)
    {
        var (dot, rare) = Shared(a, b, rarity);
        var (ab, ba) = (Coverage(a, b, rarity), Coverage(b, a, rarity));
        return new(
            Text: a.Length * b.Length == 0 ? 0 : Math.Sqrt(dot / (a.Length * b.Length)),
            Subject: Math.Sqrt(Dice(a.SubjectGrams, b.SubjectGrams, rarity)),
            Covered: Math.Sqrt(Math.Max(ab, ba)),
            CoveredLeast: Math.Sqrt(Math.Min(ab, ba)),
            RareShared: Math.Log(1 + rare) / 5,
            Passage: Math.Log(1 + LongestShared(a.Normal, b.Normal)) / 4,
            PlaceShared: Overlap(a.Places, b.Places),
            PlaceConflict: (Apart(a.SubjectPlaces, b.Places) && Apart(b.SubjectPlaces, a.Places)) || OfOtherCities(a, b) ? 1 : 0,
            AreaConflict: Apart(a.Areas, b.Areas) ? 1 : 0,
            NumberShared: Math.Log(1 + a.Numbers.Count(b.Numbers.Contains)),
            Topic: TopicCosine(a.Topics, b.Topics),
            Near: 1 / (1 + (apart / 30)),
            Again: a.SaysAgain || b.SaysAgain ? 1 : 0);
    }

    /// <summary>How likely the same person means the same matter. The weights were fitted on labelled pairs, strongly shrunk and rounded; what did not help on people left out was dropped.</summary>
    public double SameMatter => Sigmoid(1.6 * (
        -4.1 + (1.4 * Text) + (1.2 * Subject) + (1.4 * Covered) + (1.3 * CoveredLeast) + RareShared + (2.0 * Passage)
        - (0.6 * PlaceConflict) - (0.5 * AreaConflict) + (0.7 * NumberShared) + (1.3 * Topic) + (0.5 * Again)));

    /// <summary>How likely two people tell of the same event: place and object count for more, wording for less, since strangers copy from each other.</summary>
    public double SameEvent => Sigmoid(
        -7.4 + (3.0 * Covered) + (1.7 * CoveredLeast) + (4.4 * Passage) + (2.4 * PlaceShared)
        - (3.8 * PlaceConflict) + (0.6 * NumberShared) + Topic + (1.7 * Near));

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static (double Dot, int Rare) Shared(Matter a, Matter b, Rarity rarity)
    {
        var (dot, rare, i, j) = (0.0, 0, 0, 0);
        var few = Math.Max(3, rarity.Texts * FewTexts);
        while (i < a.Grams.Length && j < b.Grams.Length)
        {
            if (a.Grams[i] < b.Grams[j]) i++;
            else if (a.Grams[i] > b.Grams[j]) j++;
            else
            {
                dot += a.Weights[i] * b.Weights[j];
                if (rarity.Frequency(a.Grams[i]) <= few) rare++;
                i++;
                j++;
            }
        }
        return (dot, rare);
    }

    // How much of what one names in its subject the other says anywhere.
    private static double Coverage(Matter a, Matter b, Rarity rarity)
    {
        var (found, all) = (0.0, 0.0);
        foreach (var gram in a.SubjectGrams)
        {
            double weight = rarity.Of(gram);
            all += weight * weight;
            if (Array.BinarySearch(b.Grams, gram) >= 0) found += weight * weight;
        }
        return all == 0 ? 0 : found / all;
    }

    private static double Dice(int[] a, int[] b, Rarity rarity)
    {
        double Mass(IEnumerable<int> grams) => grams.Sum(gram => (double)rarity.Of(gram) * rarity.Of(gram));
        var all = Mass(a) + Mass(b);
        return all == 0 ? 0 : 2 * Mass(a.Intersect(b)) / all;
    }

    private static double Overlap(IReadOnlySet<string> a, IReadOnlySet<string> b) =>
        a.Count == 0 || b.Count == 0 ? 0 : (double)a.Count(b.Contains) / Math.Min(a.Count, b.Count);

    private static bool Apart(IReadOnlySet<string> a, IReadOnlySet<string> b) => a.Count > 0 && b.Count > 0 && !a.Overlaps(b);

    // From B to A and from C to A: each names a city that the other does not.
    private static bool OfOtherCities(Matter a, Matter b) => a.SubjectCities.Except(b.SubjectCities).Any() && b.SubjectCities.Except(a.SubjectCities).Any();

    private static double TopicCosine(Sparse a, Sparse b)
    {
        var values = b.Indices.Zip(b.Values).ToDictionary(pair => pair.First, pair => pair.Second);
        return a.Indices.Zip(a.Values).Sum(pair => pair.Second * values.GetValueOrDefault(pair.First));
    }

    private static int LongestShared(string a, string b)
    {
        var (former, longest) = (new int[b.Length + 1], 0);
        for (var i = 0; i < a.Length; i++)
        {
            var diagonal = 0;
            for (var j = 0; j < b.Length; j++)
            {
                var above = former[j + 1];
                former[j + 1] = a[i] == b[j] && a[i] is not Characters.Mark ? diagonal + 1 : 0;
                longest = Math.Max(longest, former[j + 1]);
                diagonal = above;
            }
        }
        return longest;
    }
}
