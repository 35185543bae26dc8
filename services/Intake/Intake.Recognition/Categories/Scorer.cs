using System.Runtime.InteropServices;

namespace Xinfang.Intake.Recognition.Categories;

/// <summary>
/// Two opinions on each class, from the same counts: a support vector machine on TF-IDF, and one whose features are weighed by how much
/// more often they occur in the class than outside it (NB-SVM, Wang and Manning, ACL 2012). They err in different places.
/// </summary>
internal sealed class Scorer
{
    private const double SubjectWeight = 0.5, TopicWeight = 0.5, CostByFrequency = 2, CostByRatio = 3;

    /// <summary>Numbers of the table for each row and class.</summary>
    public const int Opinions = 3;

    /// <summary>For each number of <see cref="Features.Space"/> its row below, or -1 where it was too rare to learn from.</summary>
    public required int[] Rows { get; init; }

    /// <summary>Inverse document frequency of each row.</summary>
    public required float[] Rarity { get; init; }

    public required int Classes { get; init; }

    /// <summary>For each row, class by class: weight of the first opinion; weight of the second times its log ratio; that ratio squared. Side by side, since memory is what takes the time.</summary>
    public required float[] Table { get; init; }

    public required float[] FrequencyBias { get; init; }
    public required float[] RatioBias { get; init; }

    /// <param name="classes">The class of each text, 0 to <paramref name="count"/> - 1.</param>
    public static Scorer Learn(IReadOnlyList<Features> texts, IReadOnlyList<int> classes, int count)
    {
        var (rows, rarity) = Known(texts);
        var scorer = new Scorer
        {
            Rows = rows,
            Rarity = rarity,
            Classes = count,
            Table = new float[rarity.Length * count * Opinions],
            FrequencyBias = new float[count],
            RatioBias = new float[count],
        };
        var frequencies = texts.Select(scorer.FrequencyVector).ToList();
        var presences = texts.Select(scorer.PresenceVector).ToList();
        for (var k = 0; k < count; k++)
        {
            var wanted = classes.Select(c => c == k).ToList();
            var (weights, bias) = SupportVectors.Train(frequencies, wanted, rarity.Length, CostByFrequency);
            scorer.Put(0, k, weights);
            scorer.FrequencyBias[k] = bias;

            var ratio = LogRatio(presences, wanted, rarity.Length);
            (weights, bias) = SupportVectors.Train(presences.ConvertAll(text => Weighed(text, ratio)), wanted, rarity.Length, CostByRatio);
            scorer.Put(1, k, [.. weights.Zip(ratio, (w, r) => w * r)]);
            scorer.Put(2, k, Array.ConvertAll(ratio, r => r * r));
            scorer.RatioBias[k] = bias;
        }
        return scorer;
    }

    /// <summary>Both opinions on every class.</summary>
    public (double[] ByFrequency, double[] ByRatio) Score(Features text)
    {
        var sums = new float[Classes * Opinions];
        var (first, second) = (new double[Classes], new double[Classes]);
        Read(text.Grams, text.Counts, 1);
        Read(text.SubjectGrams, text.SubjectCounts, SubjectWeight);
        for (var i = 0; i < text.TopicShares.Indices.Length; i++)
        {
            var row = RowOf(Rows[text.TopicShares.Indices[i]]);
            var share = text.TopicShares.Values[i];
            for (var k = 0; k < Classes; k++)
            {
                first[k] += row[k] * share * TopicWeight;
                sums[Classes + k] += row[Classes + k] * share;
                sums[(2 * Classes) + k] += row[(2 * Classes) + k] * share * share;
            }
        }
        for (var k = 0; k < Classes; k++)
        {
            first[k] += FrequencyBias[k];
            second[k] = (sums[Classes + k] / Math.Sqrt(sums[(2 * Classes) + k] + 1e-9)) + RatioBias[k];
        }
        return (first, second);

        void Read(int[] grams, int[] counts, double length)
        {
            Array.Clear(sums, 0, Classes);
            var square = 0.0;
            for (var i = 0; i < grams.Length; i++)
            {
                if (Rows[grams[i]] is var number && number < 0) continue;
                var value = TermWeight(counts[i]) * Rarity[number];
                square += value * value;
                var row = RowOf(number);
                for (var k = 0; k < Classes; k++) sums[k] += row[k] * value;
                for (var k = Classes; k < sums.Length; k++) sums[k] += row[k];
            }
            var factor = square == 0 ? 0 : length / Math.Sqrt(square);
            for (var k = 0; k < Classes; k++) first[k] += sums[k] * factor;
        }
    }

    /// <summary>What one gram or subject contributes to the opinions on a class, wherever it stands; for the words that speak.</summary>
    public double Weight(int number, int k)
    {
        if (Rows[number] is var row && row < 0) return 0;
        return (RowOf(row)[k] * Rarity[row]) + RowOf(row)[Classes + k];
    }

    private ReadOnlySpan<float> RowOf(int row) => Table.AsSpan(row * Classes * Opinions, Classes * Opinions);

    private static float TermWeight(int count) => count == 1 ? 1 : 1 + MathF.Log(count);

    private void Put(int opinion, int k, float[] weights)
    {
        for (var row = 0; row < weights.Length; row++) Table[(((row * Opinions) + opinion) * Classes) + k] = weights[row];
    }

    // Grams found in one text only are names and slips; a subject of the thesaurus is always kept.
    private static (int[] Rows, float[] Rarity) Known(IReadOnlyList<Features> texts)
    {
        var frequency = new int[Features.Space];
        foreach (var text in texts)
        {
            foreach (var gram in text.Grams) frequency[gram]++;
            foreach (var gram in text.SubjectGrams) frequency[gram]++;
        }
        var rows = new int[Features.Space];
        List<float> rarity = [];
        for (var number = 0; number < rows.Length; number++)
        {
            var known = number >= Features.GramSpace || frequency[number] >= 2;
            rows[number] = known ? rarity.Count : -1;
            if (known) rarity.Add(number >= Features.GramSpace ? 1 : MathF.Log((1f + texts.Count) / (1 + frequency[number])) + 1);
        }
        return (rows, [.. rarity]);
    }

    private Sparse FrequencyVector(Features text)
    {
        var (indices, values) = (new List<int>(text.Grams.Length), new List<float>(text.Grams.Length));
        Add(text.Grams, text.Counts, 1);
        Add(text.SubjectGrams, text.SubjectCounts, SubjectWeight);
        for (var i = 0; i < text.TopicShares.Indices.Length; i++)
        {
            indices.Add(Rows[text.TopicShares.Indices[i]]);
            values.Add((float)(text.TopicShares.Values[i] * TopicWeight));
        }
        return new Sparse([.. indices], [.. values]);

        void Add(int[] grams, int[] counts, double length)
        {
            var start = values.Count;
            var square = 0.0;
            for (var i = 0; i < grams.Length; i++)
            {
                if (Rows[grams[i]] is var row && row < 0) continue;
                var value = TermWeight(counts[i]) * Rarity[row];
                indices.Add(row);
                values.Add(value);
                square += value * value;
            }
            var factor = square == 0 ? 0 : (float)(length / Math.Sqrt(square));
            foreach (ref var value in CollectionsMarshal.AsSpan(values)[start..]) value *= factor;
        }
    }

    private Sparse PresenceVector(Features text)
    {
        var (indices, values) = (new List<int>(text.Grams.Length), new List<float>(text.Grams.Length));
        foreach (var number in text.Grams) Add(number, 1);
        foreach (var number in text.SubjectGrams) Add(number, 1);
        for (var i = 0; i < text.TopicShares.Indices.Length; i++) Add(text.TopicShares.Indices[i], text.TopicShares.Values[i]);
        return new Sparse([.. indices], [.. values]);

        void Add(int number, float value)
        {
            if (Rows[number] is var row && row < 0) return;
            indices.Add(row);
            values.Add(value);
        }
    }

    private static float[] LogRatio(List<Sparse> texts, List<bool> wanted, int space)
    {
        var (inside, outside) = (new double[space], new double[space]);
        Array.Fill(inside, 1);
        Array.Fill(outside, 1);
        var (members, others) = (2, 2);
        for (var i = 0; i < texts.Count; i++)
        {
            if (wanted[i]) members++;
            else others++;
            foreach (var row in texts[i].Indices) (wanted[i] ? inside : outside)[row]++;
        }
        return [.. inside.Zip(outside, (i, o) => (float)Math.Log(i / members / (o / others)))];
    }

    private static Sparse Weighed(Sparse text, float[] ratio)
    {
        var values = new float[text.Values.Length];
        for (var i = 0; i < values.Length; i++) values[i] = text.Values[i] * ratio[text.Indices[i]];
        var norm = MathF.Sqrt(values.Sum(v => v * v) + 1e-9f);
        return new Sparse(text.Indices, Array.ConvertAll(values, v => v / norm));
    }
}
