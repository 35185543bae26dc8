using System.Buffers.Binary;

namespace Xinfang.Documents.Checks;

/// <summary>
/// A fingerprint of a text by which near copies are found and from which no word can be read back: the least hashes of its
/// overlapping pieces of five characters (MinHash, Broder 1997). Equal shares of equal pieces give equal shares of equal hashes.
/// </summary>
public sealed class Sketch
{
    private const int Size = 64, Piece = 5, Least = 40;
    private readonly uint[] _least;

    private Sketch(uint[] least) => _least = least;

    /// <summary>Of what an officer has written; null when it is too short to say anything.</summary>
    public static Sketch? Of(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var letters = string.Concat(texts).Where(letter => char.IsLetter(letter)).ToArray();
        if (letters.Length < Least) return null;
        var least = new uint[Size];
        Array.Fill(least, uint.MaxValue);
        for (var i = 0; i + Piece <= letters.Length; i++)
        {
            var hash = Hash(letters.AsSpan(i, Piece));
            for (var k = 0; k < Size; k++)
            {
                var mixed = Mix(hash + (ulong)k * 0x9E3779B97F4A7C15);
                if (mixed < least[k]) least[k] = mixed;
            }
        }
        return new(least);
    }

    /// <summary>Read back from <see cref="ToBytes"/>.</summary>
    public static Sketch From(ReadOnlySpan<byte> bytes)
    {
        var least = new uint[Size];
        for (var k = 0; k < Size; k++) least[k] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(k * 4)..]);
        return new(least);
    }

    /// <summary>256 bytes.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Size * 4];
        for (var k = 0; k < Size; k++) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(k * 4), _least[k]);
        return bytes;
    }

    /// <summary>Share of equal pieces, 0 to 1.</summary>
    public double Like(Sketch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var equal = 0;
        for (var k = 0; k < Size; k++) if (_least[k] == other._least[k]) equal++;
        return equal / (double)Size;
    }

    // FNV-1a, then the finaliser of SplitMix64: stable across processes, which string.GetHashCode is not.
    private static ulong Hash(ReadOnlySpan<char> piece)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in piece) hash = (hash ^ letter) * 1099511628211UL;
        return hash;
    }

    private static uint Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return (uint)(value ^ (value >> 31));
    }
}

/// <summary>L23: nearly the same as an earlier answer of the organ.</summary>
internal static class Similarity
{
    private const double NearlyEqual = 0.8;

    public static IEnumerable<Finding> Check(CheckedDocument document)
    {
        if (document.Earlier.Count == 0 || Sketch.Of(Written(document)) is not { } sketch) yield break;
        var most = document.Earlier.Max(earlier => earlier.Like(sketch));
        if (most >= NearlyEqual)
            yield return new("L23", Severity.Warning, 0, 0, "", $"查明的事实和理由与本单位以前的一件答复有{Math.Floor(most * 10):0}成以上相同，请确认不是照抄。");
    }

    /// <summary>What the officer wrote; the fixed words of the form are equal everywhere.</summary>
    internal static IEnumerable<string> Written(CheckedDocument document) =>
        document.Paragraphs.Where(paragraph => paragraph.Role is ParagraphRole.Facts).Select(paragraph => paragraph.Text)
            .Concat(document.Claims.Select(claim => claim.Reason ?? ""));
}
