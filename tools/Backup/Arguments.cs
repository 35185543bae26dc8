using System.Globalization;

namespace Xinfang.Backup;

/// <summary>What was typed: a verb and its options.</summary>
internal sealed class Arguments
{
    public const string Usage = """
        ./run backup-key --to KEYFILE
            a new key: KEYFILE opens backups and belongs elsewhere; the recipient printed closes them
        ./run backup --to FOLDER --recipient age1… [--data DIR] [--files DIR] [--keep N]
            a whole backup of the running system; keeps the newest N (14)
        ./run backup --to FOLDER --changes [--every SECONDS] [--data DIR] [--files DIR]
            everything since, once or again and again
        ./run restore --from FOLDER --key KEYFILE --data NEWDIR [--until 2026-11-30T09:30:00+08:00]
            as far as the backups reach, or as it was at an instant
        ./run verify-backup --from FOLDER --key KEYFILE
            restores it into a temporary folder and reads every row
        """;

    private static readonly string[] Flags = ["--changes"];
    private static readonly string[] Known = ["--to", "--from", "--data", "--files", "--key", "--recipient", "--keep", "--every", "--until", .. Flags];
    private readonly Dictionary<string, string> _values = [];

    public required string Verb { get; init; }

    public string? this[string name] => _values.GetValueOrDefault(name);

    public static Arguments Parse(string[] args)
    {
        var options = new Arguments { Verb = args.FirstOrDefault() ?? throw new ArgumentException(Usage) };
        for (var i = 1; i < args.Length; i++)
        {
            var (name, value) = args[i].Split('=', 2) is [var left, var right] ? (left, right) : (args[i], null);
            if (!Known.Contains(name)) throw new ArgumentException($"'{args[i]}' is not known.\n{Usage}");
            options._values[name] = Flags.Contains(name) ? "" : value ?? (++i < args.Length ? args[i] : throw new ArgumentException($"{name} needs a value.\n{Usage}"));
        }
        return options;
    }

    public bool Has(string name) => _values.ContainsKey(name);

    public string Need(string name) => this[name] ?? throw new ArgumentException($"{name} is needed.\n{Usage}");

    public int? Number(string name) => this[name] is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw new ArgumentException($"{name} '{text}' is no number above 0.\n{Usage}");

    /// <summary>An instant. Without an offset nobody would know which.</summary>
    public DateTimeOffset? Time(string name) => this[name] is not { } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal)) && text.Contains('T', StringComparison.Ordinal)
            ? time : throw new ArgumentException($"{name} '{text}' is no instant like 2026-11-30T09:30:00+08:00.\n{Usage}");
}
