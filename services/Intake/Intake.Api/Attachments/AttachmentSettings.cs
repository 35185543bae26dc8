using System.Globalization;

namespace Xinfang.Intake.Api.Attachments;

/// <summary>Where files lie and how much of what may be handed in: the section Attachments of the configuration. What is wrong in it ends the start.</summary>
internal sealed class AttachmentSettings
{
    private const long Megabyte = 1024 * 1024;

    public AttachmentSettings(IConfiguration configuration)
    {
        Folder = configuration["Attachments:Folder"] is { Length: > 0 } folder ? folder : throw new InvalidOperationException("The configuration lacks Attachments:Folder.");
        FileBytes = Read(configuration, "FileMegabytes", 50) * Megabyte;
        Files = (int)Read(configuration, "Files", 20);
        TotalBytes = Read(configuration, "TotalMegabytes", 200) * Megabyte;
        PetitionBytes = Read(configuration, "PetitionMegabytes", 1000) * Megabyte;
        UnboundBytes = Read(configuration, "UnboundMegabytes", 20_000) * Megabyte;
        UnboundKept = TimeSpan.FromHours(Read(configuration, "UnboundHours", 8 * 24)); // a draft is kept for seven days
        Types = configuration["Attachments:Types"] is { Length: > 0 } types ? [.. types.Split(',', StringSplitOptions.TrimEntries).Select(FileTypes.Named)] : FileTypes.Usual;
        Scanner = configuration["Attachments:Scanner"] is { Length: > 0 } scanner ? scanner : null;
        ScannerPatience = TimeSpan.FromSeconds(Read(configuration, "ScannerSeconds", 20));
    }

    public string Folder { get; }

    /// <summary>Of one file.</summary>
    public long FileBytes { get; }

    /// <summary>With one petition as filed, or one supplement.</summary>
    public int Files { get; }

    /// <summary>With one petition as filed, or one supplement.</summary>
    public long TotalBytes { get; }

    /// <summary>With one petition, supplements and all.</summary>
    public long PetitionBytes { get; }

    /// <summary>Of everything that is uploaded and not yet handed in: a stranger must not fill the disk.</summary>
    public long UnboundBytes { get; }

    /// <summary>So long an upload waits to be handed in.</summary>
    public TimeSpan UnboundKept { get; }

    public IReadOnlyList<FileType> Types { get; }

    /// <summary>Command that reads a file from its standard input: 0 clean, 1 infected, anything else could not tell. Null: nobody looks.</summary>
    public string? Scanner { get; }

    public TimeSpan ScannerPatience { get; }

    private static long Read(IConfiguration configuration, string name, long otherwise)
    {
        if (configuration[$"Attachments:{name}"] is not { Length: > 0 } text) return otherwise;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 100_000_000
            ? number
            : throw new InvalidOperationException($"Attachments:{name} must be a whole number above 0.");
    }
}
