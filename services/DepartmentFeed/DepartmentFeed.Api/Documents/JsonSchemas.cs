using System.Collections.Frozen;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xinfang.DepartmentFeed.Api.Feed;

namespace Xinfang.DepartmentFeed.Api.Documents;

/// <summary>JSON Schema (2020-12) of the data of every type, printed from the table; published at /schemas/&lt;type&gt;.json.</summary>
internal static class JsonSchemas
{
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";
    private static readonly NullabilityInfoContext Nullability = new();
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>File name → text.</summary>
    public static FrozenDictionary<string, string> Files { get; } = FeedTable.Types
        .ToDictionary(row => $"{row.Type}.json", Text)
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The data of one type: of an open petition its fields, of a sealed one the id and the seal.</summary>
    public static JsonObject Of(FeedRow row)
    {
        var properties = new JsonObject
        {
            ["petitionId"] = Described("petitionId", new() { ["type"] = "string", ["format"] = "uuid" }),
            ["number"] = Described("number", new() { ["type"] = "string" }),
        };
        var required = new JsonArray("petitionId");
        foreach (var property in row.Data)
        {
            properties[FeedRow.Wire(property)] = Described(FeedRow.Wire(property), TypeOf(property));
            if (IsRequired(property)) required.Add(FeedRow.Wire(property));
        }
        return new JsonObject
        {
            ["title"] = row.Title,
            ["oneOf"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = properties,
                    ["required"] = required,
                    ["not"] = new JsonObject { ["required"] = new JsonArray("sealed") },
                },
                Sealed()),
        };
    }

    private static JsonObject Sealed() => new()
    {
        ["description"] = "保密（《信访工作条例》第30条）：只有编号和保密标记。",
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["petitionId"] = new JsonObject { ["type"] = "string", ["format"] = "uuid" },
            ["sealed"] = new JsonObject { ["const"] = true },
        },
        ["required"] = new JsonArray("petitionId", "sealed"),
        ["additionalProperties"] = false,
    };

    private static string Text(FeedRow row)
    {
        var schema = new JsonObject { ["$schema"] = Dialect, ["$id"] = $"{row.Type}.json" };
        foreach (var (name, value) in Of(row)) schema[name] = value?.DeepClone();
        return schema.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";
    }

    private static JsonObject Described(string field, JsonObject type)
    {
        type["description"] = FieldWords.For(field);
        return type;
    }

    private static JsonObject TypeOf(PropertyInfo property) => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) switch
    {
        var type when type == typeof(Guid) => new() { ["type"] = "string", ["format"] = "uuid" },
        var type when type == typeof(DateOnly) => new() { ["type"] = "string", ["format"] = "date" },
        var type when type == typeof(DateTimeOffset) => new() { ["type"] = "string", ["format"] = "date-time" },
        var type when type == typeof(int) => new() { ["type"] = "integer" },
        var type when type == typeof(bool) => new() { ["type"] = "boolean" },
        var type when type == typeof(string) => new() { ["type"] = "string" },
        var type => throw new InvalidOperationException($"{type} has no place in an event."),
    };

    private static bool IsRequired(PropertyInfo property) => Nullable.GetUnderlyingType(property.PropertyType) is null
        && Nullability.Create(property).ReadState is not NullabilityState.Nullable;
}
