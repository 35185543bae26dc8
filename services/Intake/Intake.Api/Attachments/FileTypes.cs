namespace Xinfang.Intake.Api.Attachments;

/// <summary>A kind of file that can be told from its first bytes.</summary>
/// <param name="Code">In configuration and on the wire.</param>
/// <param name="Name">For people.</param>
/// <param name="Extensions">The first is the one a name gets that has none of them.</param>
internal sealed record FileType(string Code, string Name, string Mime, params string[] Extensions);

/// <summary>What a file really is, whatever it is called. No package that is kept up is to be had for it, and these few need none (docs/decisions/0040).</summary>
internal static class FileTypes
{
    /// <summary>So many bytes tell all of them.</summary>
    public const int Needed = 4096;

    public static readonly FileType
        Jpeg = new("Jpeg", "照片", "image/jpeg", ".jpg", ".jpeg"),
        Png = new("Png", "图片", "image/png", ".png"),
        Webp = new("Webp", "图片", "image/webp", ".webp"),
        Pdf = new("Pdf", "PDF文件", "application/pdf", ".pdf"),
        Word = new("Word", "Word文件", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
        OldWord = new("OldWord", "Word文件", "application/msword", ".doc", ".wps"),
        Excel = new("Excel", "Excel表格", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
        Ofd = new("Ofd", "OFD文件", "application/ofd", ".ofd"),
        Zip = new("Zip", "压缩包", "application/zip", ".zip"),
        Rar = new("Rar", "压缩包", "application/vnd.rar", ".rar"),
        SevenZip = new("SevenZip", "压缩包", "application/x-7z-compressed", ".7z"),
        Mp4 = new("Mp4", "视频", "video/mp4", ".mp4", ".3gp"),
        Mov = new("Mov", "视频", "video/quicktime", ".mov"),
        M4a = new("M4a", "录音", "audio/mp4", ".m4a"),
        Mp3 = new("Mp3", "录音", "audio/mpeg", ".mp3"),
        Amr = new("Amr", "录音", "audio/amr", ".amr"),
        Wav = new("Wav", "录音", "audio/wav", ".wav"),
        Heic = new("Heic", "照片（HEIC）", "image/heic", ".heic", ".heif");

    /// <summary>HEIC is told and not taken: what it says about the place cannot be taken out of it without drawing it anew.</summary>
    public static readonly IReadOnlyList<FileType> Usual = [Jpeg, Png, Webp, Pdf, Word, OldWord, Excel, Ofd, Zip, Rar, SevenZip, Mp4, Mov, M4a, Mp3, Amr, Wav];

    public static FileType Named(string code) => Usual.FirstOrDefault(type => type.Code == code) ?? throw new InvalidOperationException($"There is no type of file called {code}.");

    /// <summary>The type, or null for what is none of them: programs, scripts, pages.</summary>
    /// <param name="head">The first <see cref="Needed"/> bytes, or all of a shorter file.</param>
    /// <param name="extension">Decides only among types that begin alike.</param>
    public static FileType? Of(ReadOnlySpan<byte> head, string extension)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return Jpeg;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return Png;
        if (head.StartsWith("RIFF"u8) && head.Length >= 12) return head[8..].StartsWith("WEBP"u8) ? Webp : head[8..].StartsWith("WAVE"u8) ? Wav : null;
        if (head.StartsWith("%PDF-"u8)) return Pdf;
        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8)) return Zipped(head, extension);
        if (head.StartsWith("Rar!\x1a\x07"u8)) return Rar;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C])) return SevenZip;
        // Installers of Windows are compound files, too; under the name of a document they do not run.
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) return OldWord.Extensions.Contains(extension) ? OldWord : null;
        if (head.Length >= 12 && head[4..].StartsWith("ftyp"u8)) return Media(head[8..12]);
        if (head.StartsWith("#!AMR"u8)) return Amr;
        if (head.StartsWith("ID3"u8) || (head.Length > 4 && head[0] == 0xFF && head[1] is 0xFB or 0xFA or 0xF3 or 0xF2 && head[2] is not 0xFF && head[2] >> 4 is > 0 and < 15)) return Mp3;
        return null;
    }

    private static FileType Zipped(ReadOnlySpan<byte> head, string extension)
    {
        if (head.IndexOf("word/"u8) >= 0) return Word;
        if (head.IndexOf("xl/"u8) >= 0) return Excel;
        if (head.IndexOf("OFD.xml"u8) >= 0) return Ofd;
        if (head.IndexOf("[Content_Types].xml"u8) < 0) return Zip;
        return Word.Extensions.Contains(extension) ? Word : Excel.Extensions.Contains(extension) ? Excel : Zip;
    }

    private static FileType? Media(ReadOnlySpan<byte> brand)
    {
        if (brand.SequenceEqual("qt  "u8)) return Mov;
        if (brand.SequenceEqual("M4A "u8)) return M4a;
        if (brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8)) return Heic;
        return brand.SequenceEqual("avif"u8) || brand.SequenceEqual("crx "u8) ? null : Mp4;
    }
}
