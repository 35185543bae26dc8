using System.Buffers.Binary;
using SkiaSharp;
using Xinfang.Law;

namespace Xinfang.Documents.Rendering;

/// <summary>The fonts of the machine are missing; says which package brings them.</summary>
public sealed class FontsMissingException() : InvalidOperationException("No Chinese font was found. Install fonts-noto-cjk.");

/// <summary>The faces documents are printed in, read once from the machine's fonts (Noto CJK, OFL) and embedded into every PDF.</summary>
public sealed class PaperFonts : IDisposable
{
    private const int SimplifiedChinese = 2; // face of the collections: JP, KR, SC, TC, HK

    private readonly Lazy<SKTypeface> _plain;
    private static readonly string[] Folders = ["/usr/share/fonts/opentype/noto", "/usr/share/fonts/noto-cjk", "/usr/share/fonts/google-noto-cjk"];

    /// <summary>Opens the fonts.</summary>
    /// <exception cref="FontsMissingException">There are none.</exception>
    public PaperFonts()
    {
        Body = Open("NotoSerifCJK-Regular.ttc");
        Title = Open("NotoSerifCJK-Bold.ttc");
        Heading = Open("NotoSansCJK-Bold.ttc");
        _plain = new(() => Open("NotoSansCJK-Regular.ttc"));
    }

    /// <summary>仿宋's substitute.</summary>
    public SKTypeface Body { get; }

    /// <summary>小标宋's substitute.</summary>
    public SKTypeface Title { get; }

    /// <summary>黑体's substitute.</summary>
    public SKTypeface Heading { get; }

    /// <summary>For posters and leaflets, not for documents; opened when first asked for.</summary>
    public SKTypeface Plain => _plain.Value;

    /// <inheritdoc />
    public void Dispose()
    {
        if (_plain.IsValueCreated) _plain.Value.Dispose();
        Body.Dispose();
        Title.Dispose();
        Heading.Dispose();
    }

    private static SKTypeface Open(string file)
    {
        if (Folders.Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists) is not { } path) throw new FontsMissingException();
        var collection = File.ReadAllBytes(path);
        LookAlikes.Remove(collection, SimplifiedChinese);
        using var data = SKData.CreateCopy(collection);
        return SKTypeface.FromData(data, SimplifiedChinese) ?? throw new FontsMissingException();
    }
}

/// <summary>The faces, opened when the first PDF is asked for and kept. Without them everything but PDF works.</summary>
/// <param name="missing">Told each time there are none.</param>
public sealed class SharedFonts(Action<FontsMissingException> missing) : IDisposable
{
    private readonly Lock _opening = new();
    private PaperFonts? _faces;

    /// <summary>The faces; null when the machine has none.</summary>
    public PaperFonts? Faces()
    {
        lock (_opening)
        {
            try
            {
                return _faces ??= new();
            }
            catch (FontsMissingException e)
            {
                missing(e);
                return null;
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => _faces?.Dispose();
}

/// <summary>
/// Radicals (U+2E80–2FDF) and strokes share their glyphs with characters: 一 with ⼀. A PDF's map back to Unicode takes the lower code, so that what
/// people copy would look right and be found by no search. The faces are therefore opened without those codes (OpenType, table cmap, format 12).
/// </summary>
internal static class LookAlikes
{
    public static void Remove(byte[] collection, int face)
    {
        var font = Read(collection, 12 + (4 * face));
        for (var table = font + 12; table < font + 12 + (16 * BinaryPrimitives.ReadUInt16BigEndian(collection.AsSpan(font + 4))); table += 16)
        {
            if (!collection.AsSpan(table, 4).SequenceEqual("cmap"u8)) continue;
            var cmap = Read(collection, table + 8);
            for (var i = 0; i < BinaryPrimitives.ReadUInt16BigEndian(collection.AsSpan(cmap + 2)); i++)
            {
                var subtable = cmap + Read(collection, cmap + 4 + (8 * i) + 4);
                if (BinaryPrimitives.ReadUInt16BigEndian(collection.AsSpan(subtable)) is 12) Clear(collection, subtable);
            }
        }
    }

    private static void Clear(byte[] collection, int subtable)
    {
        for (var i = 0; i < Read(collection, subtable + 12); i++)
        {
            var group = subtable + 16 + (12 * i);
            if (Read(collection, group) is (>= 0x2E80 and <= 0x2FDF) or (>= 0x31C0 and <= 0x31EF) or (>= 0x3038 and <= 0x303A)) BinaryPrimitives.WriteUInt32BigEndian(collection.AsSpan(group + 8), 0);
        }
    }

    private static int Read(byte[] collection, int at) => (int)BinaryPrimitives.ReadUInt32BigEndian(collection.AsSpan(at));
}
