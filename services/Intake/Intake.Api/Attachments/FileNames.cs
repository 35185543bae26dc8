using System.Text;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Intake.Api.Attachments;

/// <summary>Names of files as people gave them, made harmless: no folders, no signs that cannot be seen, nothing that a system takes for a device.</summary>
internal static class FileNames
{
    private const int Longest = 100;
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })];

    /// <summary>The last part of a path, without what could do harm; 附件 when nothing is left.</summary>
    public static string Clean(string? given)
    {
        var name = (given ?? "").Split('/', '\\')[^1];
        var kept = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
            if (CleanText.IsClean(rune.ToString()) && !Rune.IsControl(rune) && !"<>:\"|?*".Contains(rune.ToString(), StringComparison.Ordinal) && !IsHidden(rune)) kept.Append(rune);
        name = kept.ToString().Trim(' ', '.', '　');
        if (Devices.Contains(Path.GetFileNameWithoutExtension(name).Trim().ToUpperInvariant())) name = "_" + name;
        return name.Length == 0 ? "附件" : Short(name);
    }

    /// <summary>The name with the extension of what the file really is.</summary>
    public static string For(string name, FileType type)
    {
        var extension = ExtensionOf(name);
        if (type.Extensions.Contains(extension)) return name;
        var stem = extension.Length is > 1 and <= 6 ? name[..^extension.Length] : name;
        return Short((stem.Length == 0 ? "附件" : stem) + type.Extensions[0]);
    }

    public static string ExtensionOf(string name) => Path.GetExtension(name).ToLowerInvariant();

    // Zero-width and other formatting signs make two names look like one.
    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator;

    private static string Short(string name)
    {
        if (name.Length <= Longest) return name;
        var extension = ExtensionOf(name) is { Length: <= 6 } few ? few : "";
        var stem = name[..(Longest - extension.Length)];
        return (char.IsHighSurrogate(stem[^1]) ? stem[..^1] : stem) + extension;
    }
}
