using System.Globalization;

namespace Xinfang.Load;

/// <summary>The command and its options as typed; an unknown option ends the tool with exit code 2.</summary>
internal sealed class Options
{
    private static readonly string[] Known =
        ["--file", "--count", "--clients", "--chaos", "--seconds", "--warm", "--rounds", "--runs", "--gateway", "--amqp", "--postgres", "--intake", "--open", "--closed", "--due"];

    private readonly Dictionary<string, string> _values = [];

    public required string Command { get; init; }

    public string? this[string name] => _values.GetValueOrDefault(name);

    public bool Has(string name) => _values.ContainsKey(name);

    public int Number(string name, int otherwise) =>
        this[name] is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    public static Options Parse(string[] args)
    {
        var options = new Options { Command = args.FirstOrDefault() ?? "" };
        for (var i = 1; i < args.Length; i++)
        {
            if (!Known.Contains(args[i])) throw new ArgumentException($"unknown option {args[i]}");
            var flag = args[i] is "--chaos";
            options._values[args[i]] = flag ? "" : args[++i];
        }
        return options;
    }
}
