using System.Text.Json;

namespace Xinfang.Portal.Api;

/// <summary>Why the gateway said no, as problem+json has it; pages show it in these words.</summary>
public sealed record Problem
{
    /// <summary>urn:xinfang:&lt;code&gt;.</summary>
    public string Type { get; init; } = "";

    /// <summary>One plain Chinese sentence.</summary>
    public string Title { get; init; } = "";

    /// <summary>The HTTP status.</summary>
    public int Status { get; init; }

    /// <summary>The article, where the law refuses.</summary>
    public string? Basis { get; init; }

    /// <summary>What is wrong, per field of the body.</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; init; } = new Dictionary<string, string[]>();

    /// <summary>For the telephone, when something broke.</summary>
    public string? TraceId { get; init; }

    /// <summary>The service did not answer at all, or not in time.</summary>
    public bool Unreachable { get; init; }

    /// <summary>Signed out, or not signed in.</summary>
    public bool Unauthenticated => Status == 401;

    /// <summary>Does not exist, or is not the caller's: the same on purpose.</summary>
    public bool NotFound => Status == 404;

    /// <summary>The code after urn:xinfang:.</summary>
    public string Code => Type.StartsWith("urn:xinfang:", StringComparison.Ordinal) ? Type["urn:xinfang:".Length..] : Type;

    internal static Problem NoAnswer(string? traceId) => new()
    {
        Type = "urn:xinfang:portal.no-answer",
        Title = "现在连不上办理系统，您写的没有丢。请过一会儿再试。",
        Status = 503,
        TraceId = traceId,
        Unreachable = true,
    };

    internal static Problem Parse(int status, string body, string? traceId)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            if (root.ValueKind is JsonValueKind.Object && Text(root, "title") is { } title)
            {
                return new Problem
                {
                    Type = Text(root, "type") ?? "",
                    Title = status >= 500 ? Broken : title,
                    Status = status,
                    Basis = Text(root, "basis"),
                    Errors = ErrorsOf(root),
                    TraceId = Text(root, "traceId") ?? traceId,
                };
            }
        }
        catch (JsonException)
        {
            // Not problem+json: an answer of a proxy. The status says what is known.
        }
        return new Problem { Title = Plain(status), Status = status, TraceId = traceId };
    }

    private const string Broken = "这一步没有办成，不是您的问题。请再试一次。";

    private static string Plain(int status) => status switch
    {
        401 => "登录已经过期，请重新登录。",
        403 => "这一步不归您办。",
        404 => "没有这个页面。可能地址打错了，也可能不归您办。",
        429 => "试的次数太多了，请过几分钟再试。",
        _ => Broken,
    };

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static Dictionary<string, string[]> ErrorsOf(JsonElement root)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase);
        if (!root.TryGetProperty("errors", out var fields) || fields.ValueKind is not JsonValueKind.Object) return errors;
        foreach (var field in fields.EnumerateObject())
        {
            errors[field.Name] = field.Value.ValueKind switch
            {
                JsonValueKind.Array => [.. field.Value.EnumerateArray().Select(text => text.ToString())],
                _ => [field.Value.ToString()],
            };
        }
        return errors;
    }
}

/// <summary>What the gateway answered: a value or a problem, never both.</summary>
/// <param name="Value">The body, when it said yes.</param>
/// <param name="Problem">The refusal, when it said no.</param>
public readonly record struct Answer<T>(T? Value, Problem? Problem) where T : class
{
    /// <summary>True with the problem, false with the value.</summary>
    public bool Refused(
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Problem? problem,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out T? value)
    {
        (problem, value) = (Problem, Value);
        return problem is not null;
    }
}
