using System.Globalization;

namespace Xinfang.DepartmentConsumer;

/// <summary>Where to read and how to sign in; each from the command line or the environment. Secrets belong in the environment.</summary>
internal sealed record Options(Uri Amqp, string Queue, Uri? Gateway, string ClientId, string ClientSecret, int? Count, TimeSpan? Timeout)
{
    private const string Usage = """
        DepartmentConsumer --amqp URL --queue NAME [--gateway URL --client-id ID] [--count N] [--timeout SECONDS]

          --amqp       XINFANG_AMQP_URL       amqp://feed-<organ>:<password>@<host>:<port>
          --queue      XINFANG_QUEUE          feed.<organ>
          --gateway    XINFANG_GATEWAY_URL    http://<host>:8080/   without it nothing is acknowledged over HTTP
          --client-id  XINFANG_CLIENT_ID      feed-<organ>
                       XINFANG_CLIENT_SECRET  (environment only)
        """;

    /// <summary>Null, with the usage printed, when something is missing.</summary>
    public static Options? Read(string[] args)
    {
        string? Value(string option, string variable)
        {
            var at = Array.IndexOf(args, option);
            return at >= 0 && at + 1 < args.Length ? args[at + 1] : Environment.GetEnvironmentVariable(variable);
        }

        var gateway = Value("--gateway", "XINFANG_GATEWAY_URL");
        var (id, secret) = (Value("--client-id", "XINFANG_CLIENT_ID"), Environment.GetEnvironmentVariable("XINFANG_CLIENT_SECRET"));
        if (Value("--amqp", "XINFANG_AMQP_URL") is not { } amqp || Value("--queue", "XINFANG_QUEUE") is not { } queue
            || (!string.IsNullOrEmpty(gateway) && (id is null || secret is null)))
        {
            Console.Error.WriteLine(Usage);
            return null;
        }
        return new(new Uri(amqp), queue, string.IsNullOrEmpty(gateway) ? null : new Uri(gateway.TrimEnd('/') + "/"), id ?? "", secret ?? "",
            Number("--count", "XINFANG_COUNT"), Number("--timeout", "XINFANG_TIMEOUT") is { } seconds ? TimeSpan.FromSeconds(seconds) : null);

        int? Number(string option, string variable) => Value(option, variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
    }
}
