using System.IO.Compression;
using System.Text;

namespace Xinfang.Intake.Recognition.Categories;

/// <summary>
/// A categorizer as bytes: labels, which numbers it knows, their weights as half-precision floats, compressed. Numbers of grams, never a text
/// or a word: what speaks for a label is found in the petition that is looked at.
/// </summary>
internal static class CategorizerFile
{
    private const int Magic = 0x31435846; // "FXC1"

    public static byte[] Write(Categorizer categorizer)
    {
        using var file = new MemoryStream();
        using (var packed = new BrotliStream(file, CompressionLevel.Fastest, leaveOpen: true))
        using (var to = new BinaryWriter(packed, Encoding.UTF8))
        {
            var scorer = categorizer.Scorer;
            to.Write(Magic);
            to.Write7BitEncodedInt(categorizer.Labels.Count);
            foreach (var label in categorizer.Labels) to.Write(label);
            to.Write7BitEncodedInt(scorer.Rarity.Length);
            var former = -1;
            for (var number = 0; number < scorer.Rows.Length; number++)
            {
                if (scorer.Rows[number] < 0) continue;
                to.Write7BitEncodedInt(number - former);
                former = number;
            }
            foreach (var value in scorer.Rarity) to.Write((Half)value);
            foreach (var value in scorer.Table) to.Write((Half)value);
            foreach (var value in scorer.FrequencyBias) to.Write(value);
            foreach (var value in scorer.RatioBias) to.Write(value);
            to.Write(categorizer.Calibration.First);
            to.Write(categorizer.Calibration.Second);
            foreach (var value in categorizer.Calibration.Offsets) to.Write(value);
        }
        return file.ToArray();
    }

    /// <exception cref="InvalidDataException">Not such bytes.</exception>
    public static Categorizer Read(byte[] bytes)
    {
        using var packed = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var from = new BinaryReader(packed, Encoding.UTF8);
        try
        {
            if (from.ReadInt32() != Magic) throw new InvalidDataException("These bytes are no categorizer.");
            var labels = new string[from.Read7BitEncodedInt()];
            for (var k = 0; k < labels.Length; k++) labels[k] = from.ReadString();
            var known = from.Read7BitEncodedInt();
            var rows = new int[Features.Space];
            Array.Fill(rows, -1);
            for (var (row, number) = (0, -1); row < known; row++) rows[number += from.Read7BitEncodedInt()] = row;
            var scorer = new Scorer
            {
                Rows = rows,
                Classes = labels.Length,
                Rarity = Halves(from, known),
                Table = Halves(from, known * labels.Length * Scorer.Opinions),
                FrequencyBias = Many(labels.Length, from.ReadSingle),
                RatioBias = Many(labels.Length, from.ReadSingle),
            };
            return new Categorizer(labels, scorer, new(from.ReadDouble(), from.ReadDouble(), Many(labels.Length, from.ReadDouble)));
        }
        catch (Exception e) when (e is EndOfStreamException or IndexOutOfRangeException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new InvalidDataException("These bytes are no categorizer.", e);
        }
    }

    private static float[] Halves(BinaryReader from, int count) => Many(count, () => (float)from.ReadHalf());

    private static T[] Many<T>(int count, Func<T> read)
    {
        var values = new T[count];
        for (var i = 0; i < count; i++) values[i] = read();
        return values;
    }
}
