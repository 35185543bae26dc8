using System.Globalization;

namespace Xinfang.Load;

/// <summary>The command and its options as typed; an unknown option ends the tool with exit code 2.</summary>
internal sealed class Options
{
    private static readonly string[] Known =
        ["--file", "--count", "--clients", "--chaos", "--seconds", "--warm", "--rounds", "--runs", "--gateway", "--amqp", "--postgres", "--intake", "--open", "--closed", "--due",
            "--train", "--test", "--folds", "--stream", "--pairs", "--topics", "--petitions", "--rate", "--rows", "--people", "--questions", "--calm", "--years", "--seed"];

    private readonly Dictionary<string, string> _values = [];
    private readonly List<string> _rest = [];

    public required string Command { get; init; }

    /// <summary>What was typed without an option before it.</summary>
    public IReadOnlyList<string> Rest => _rest;

    public string? this[string name] => _values.GetValueOrDefault(name);

    public bool Has(string name) => _values.ContainsKey(name);

    public int Number(string name, int otherwise) =>
        this[name] is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    public static Options Parse(string[] args)
    {
        var options = new Options { Command = args.FirstOrDefault() ?? "" };
        for (var i = 1; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                options._rest.Add(args[i]);
                continue;
            }
            if (!Known.Contains(args[i])) throw new ArgumentException($"unknown option {args[i]}");
            var flag = args[i] is "--chaos" or "--calm";
            options._values[args[i]] = flag ? "" : args[++i];
        }
        return options;
    }
}
