using System.Text.Json.Nodes;
using Xinfang.EndToEnd.Tests.Running;

namespace Xinfang.EndToEnd.Tests.Interfaces;

/// <summary>One endpoint as its service describes it (OpenAPI), with its address from outside.</summary>
/// <param name="Parameters">Name and place: path, query or header.</param>
/// <param name="Body">Schema of the body with references resolved; null when there is none.</param>
/// <param name="BodyRequired">A body has to be there.</param>
internal sealed record Described(string Service, string Method, string Path, IReadOnlyList<(string Name, string In)> Parameters, Shape? Body, bool BodyRequired)
{
    private static readonly (string Service, string Prefix)[] Services =
        [("intake", "/api/intake"), ("case-handling", "/api/case-handling"), ("outreach", "/api/outreach"), ("training", "/api/training"), ("insight", "/api/insight"), ("feed", "/api/feed"), ("identity", "")];

    /// <summary>Every endpoint of every service, fetched through the gateway.</summary>
    public static async Task<IReadOnlyList<Described>> ReadAsync(XinfangSystem system, CancellationToken ct)
    {
        var all = new List<Described>();
        foreach (var (service, prefix) in Services)
        {
            var text = await Testing.Eventually.Get(async () =>
            {
                using var answer = await system.Http.GetAsync($"/openapi/{service}.json", ct); // the first description of a service is its slowest answer
                return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(ct) : null;
            }, TimeSpan.FromMinutes(1), ct);
            var document = JsonNode.Parse(text)!.AsObject();
            foreach (var (path, item) in document["paths"]!.AsObject())
                foreach (var (method, operation) in item!.AsObject())
                    if (method is not ("parameters" or "summary" or "description" or "servers")) all.Add(Read(document, service, prefix, path, method, operation!.AsObject()));
        }
        return all;
    }

    private static Described Read(JsonObject document, string service, string prefix, string path, string method, JsonObject operation)
    {
        var body = operation["requestBody"]?.AsObject();
        var schema = body?["content"]?["application/json"]?["schema"];
        return new(service, method.ToUpperInvariant(), (prefix + path).TrimEnd('/'),
            [.. (operation["parameters"]?.AsArray() ?? []).Select(p => (p!["name"]!.GetValue<string>(), p["in"]!.GetValue<string>()))],
            schema is null ? null : Shape.Of(document, schema, 0), body?["required"]?.GetValue<bool>() ?? false);
    }
}

/// <summary>What may stand in one place of a body.</summary>
internal sealed record Shape
{
    /// <summary>object, array, string, integer, number, boolean or any.</summary>
    public required string Kind { get; init; }

    /// <summary>uuid, date …</summary>
    public string? Format { get; init; }

    public bool Nullable { get; init; }
    public IReadOnlyList<string> Words { get; init; } = [];
    public IReadOnlyDictionary<string, Shape> Members { get; init; } = new Dictionary<string, Shape>();
    public IReadOnlySet<string> Required { get; init; } = new HashSet<string>();
    public Shape? Items { get; init; }

    public static Shape Of(JsonObject document, JsonNode schema, int depth)
    {
        if (depth > 8) return new() { Kind = "any" };
        if (schema["$ref"]?.GetValue<string>() is { } reference) return Of(document, document["components"]!["schemas"]![reference.Split('/')[^1]]!, depth + 1);
        if ((schema["oneOf"] ?? schema["anyOf"])?.AsArray() is { } choices)
        {
            var real = choices.Select(choice => Of(document, choice!, depth + 1)).ToList();
            return real.FirstOrDefault(choice => choice.Kind != "null") is { } chosen ? chosen with { Nullable = chosen.Nullable || real.Any(choice => choice.Kind == "null") } : new() { Kind = "any" };
        }
        var kinds = schema["type"] switch { JsonArray several => several.Select(kind => kind!.GetValue<string>()).ToList(), { } one => [one.GetValue<string>()], null => [] };
        var words = (schema["enum"]?.AsArray() ?? []).Where(word => word is not null).Select(word => word!.ToString()).ToList();
        return new()
        {
            Kind = kinds.FirstOrDefault(kind => kind != "null") ?? (words.Count > 0 ? "string" : kinds.Contains("null") ? "null" : schema["properties"] is null ? "any" : "object"),
            Format = schema["format"]?.GetValue<string>(),
            Nullable = kinds.Contains("null") || (schema["enum"]?.AsArray().Any(word => word is null) ?? false),
            Words = words,
            Members = (schema["properties"]?.AsObject() ?? []).ToDictionary(member => member.Key, member => Of(document, member.Value!, depth + 1)),
            Required = (schema["required"]?.AsArray() ?? []).Select(name => name!.GetValue<string>()).ToHashSet(),
            Items = schema["items"] is { } items ? Of(document, items, depth + 1) : null,
        };
    }
}
