using System.Globalization;

namespace Aspire.Hosting.Running;

/// <summary>What the command line asks for. Everything else on it goes into the configuration.</summary>
internal sealed record Options(int? Port, string? Data, bool Fresh, string[] Rest)
{
    public const string Usage = """
        ./run [--port N] [--data DIR] [--fresh]
          --port N    port of the gateway (default 8080, or XINFANG_PORT); all other ports follow from it
          --data DIR  folder of the data (default .data in the checkout)
          --fresh     begin with empty data
        """;

    public static Options Parse(string[] args)
    {
        var (port, data, fresh) = (Environment.GetEnvironmentVariable("XINFANG_PORT") is { Length: > 0 } set ? Number(set) : (int?)null, (string?)null, false);
        var rest = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            var (name, value) = args[i].Split('=', 2) is [var left, var right] ? (left, right) : (args[i], null);
            string Value() => value ?? (++i < args.Length ? args[i] : throw new ArgumentException($"{name} needs a value.\n{Usage}"));
            switch (name)
            {
                case "--port": port = Number(Value()); break;
                case "--data": data = Value(); break;
                case "--fresh": fresh = true; break;
                case "--help" or "-h": throw new ArgumentException(Usage);
                case var _ when value is not null && name.StartsWith("--", StringComparison.Ordinal): rest.Add(args[i]); break;
                default: throw new ArgumentException($"'{args[i]}' is not known.\n{Usage}");
            }
        }
        return new(port, data, fresh, [.. rest]);
    }

    private static int Number(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 65_000 ? number
        : throw new ArgumentException($"'{text}' is no port.\n{Usage}");
}
