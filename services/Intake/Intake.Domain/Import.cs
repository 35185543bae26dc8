using Xinfang.Law;

namespace Xinfang.Intake.Domain;

/// <summary>Where a bulk import stands.</summary>
public enum ImportState { Uploading, Checking, Checked, Running, Done, Cancelled, Failed }

/// <summary>The kind of file: text separated by commas, or Excel.</summary>
public enum ImportFormat { Csv, Xlsx }

/// <summary>批量导入: a file of petitions that came by other ways, looked through first and registered row by row when a clerk says so.</summary>
public sealed class Import
{
    /// <summary>Every part of the file has so many bytes, the last one as many as are left. Below the limit of a request.</summary>
    public const int PartSize = 512 * 1024;

    /// <summary>The largest file.</summary>
    public const long LargestFile = 128L * 1024 * 1024;

    /// <summary>The most rows a file may have.</summary>
    public const int MostRows = 200_000;

    /// <summary>A file that nobody had looked through is dropped after a day, one that nobody started after seven; a report is kept for thirty.</summary>
    public static readonly TimeSpan UploadKept = TimeSpan.FromDays(1), CheckedKept = TimeSpan.FromDays(7), ReportKept = TimeSpan.FromDays(30);

    private Import() { } // EF Core

    public Guid Id { get; private init; }

    /// <summary>The account that uploads it and in whose name its petitions are registered.</summary>
    public string By { get; private init; } = "";

    public DateTimeOffset At { get; private init; }
    public ImportFormat Format { get; private init; }
    /// <summary>Bytes; known once everything has come.</summary>
    public long Size { get; private set; }

    public ImportState State { get; private set; }

    /// <summary>The last act; what is kept is counted from it.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Name of the file and columns that are left out, encrypted: a file may be named after a person.</summary>
    public byte[] Content { get; set; } = [];

    /// <summary>Rows read so far, and what they are: to be registered, refused, registered earlier, registered by this import.</summary>
    public int Rows { get; private init; }
    public int Ready { get; private init; }
    public int Refused { get; private init; }
    public int Known { get; private init; }
    public int Registered { get; private init; }

    /// <summary>Why the file could not be read.</summary>
    public string? Failure { get; private init; }

    /// <summary>Nothing more will happen to it.</summary>
    public bool Ended => State is ImportState.Done or ImportState.Cancelled or ImportState.Failed;

    public static Import Begin(Guid id, ImportFormat format, string by, Moment now) =>
        new() { Id = id, By = by, At = now.At, ChangedAt = now.At, Format = format, State = ImportState.Uploading };

    /// <summary>A part of the file has come.</summary>
    public Refusal? Receive(int part, int bytes)
    {
        if (State is not ImportState.Uploading) return ImportRefusals.State;
        if (part > LargestFile / PartSize) return ImportRefusals.TooLarge;
        return part < 1 || bytes is < 1 or > PartSize ? ImportRefusals.Part : null;
    }

    /// <summary>试查: everything is there, every row is looked at and nothing registered.</summary>
    /// <param name="size">Bytes of the file as the client has it.</param>
    /// <param name="parts">Bytes of each part that has come, by its number.</param>
    public Refusal? Check(long size, IReadOnlyDictionary<int, int> parts, Moment now)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (State is not ImportState.Uploading) return ImportRefusals.State;
        if (size < 1) return ImportRefusals.Empty;
        if (size > LargestFile) return ImportRefusals.TooLarge;
        var count = (int)((size + PartSize - 1) / PartSize);
        if (parts.Count != count || Enumerable.Range(1, count).Any(part => parts.GetValueOrDefault(part) != Math.Min(PartSize, size - (part - 1L) * PartSize))) return ImportRefusals.Incomplete;
        Size = size;
        return Become(ImportState.Checking, now);
    }

    /// <summary>正式导入.</summary>
    public Refusal? Start(Moment now)
    {
        if (State is not ImportState.Checked) return ImportRefusals.State;
        if (Ready == 0) return ImportRefusals.Nothing;
        return Become(ImportState.Running, now);
    }

    /// <summary>停止: what is registered stays registered.</summary>
    public Refusal? Cancel(Moment now) => Ended ? ImportRefusals.State : Become(ImportState.Cancelled, now);

    private Refusal? Become(ImportState state, Moment now)
    {
        (State, ChangedAt) = (state, now.At);
        return null;
    }
}
