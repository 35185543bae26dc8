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

    /// <summary>One line per field, for people.</summary>
    public static string WordsFor(string field) => Words[field];

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
        type["description"] = Words[field];
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

    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["petitionId"] = "Id of the petition.",
        ["number"] = "信访编号: 120104-yyyyMMdd-nnnn.",
        ["organ"] = "Code of the organ the fact is about.",
        ["round"] = "Which routing of the petition: 1, 2 after one return, …",
        ["channel"] = "信访形式: Online, Letter, Phone, Fax or Visit (art. 17).",
        ["receivedOn"] = "Day the office received the petition.",
        ["registeredAt"] = "When the office registered it.",
        ["street"] = "Code of the street it is about, if one was named.",
        ["forwardStrictDueOn"] = "Last day for forwarding (15 days, art. 22), days off counted.",
        ["forwardDueOn"] = "Last day for forwarding, rolled to the next working day.",
        ["category"] = "Suggestion (art. 29), Accusation (art. 30) or Redress (art. 31).",
        ["contentCode"] = "Code of the matter in the office's scheme.",
        ["urgent"] = "重大、紧急 (art. 25).",
        ["classifiedAt"] = "When the office classified it.",
        ["claimCount"] = "How many claims it makes; each gets an outcome in the opinion (art. 32).",
        ["electronicService"] = "The petitioner agreed to be served electronically.",
        ["receivedByOfficeOn"] = "Day the office received the petition.",
        ["forwardedAt"] = "When it was forwarded.",
        ["assignedAt"] = "When it was assigned.",
        ["reportDueOn"] = "Last day for reporting the result to the office (art. 22 para. 1 item 3).",
        ["supplementNumber"] = "Which supplement: 1, 2, … Its text is in the dossier.",
        ["supplementedAt"] = "When it was added.",
        ["receivedAt"] = "收到: when the petition became available to the organ; its terms run from the day after.",
        ["noticeStrictDueOn"] = "Last day for the written notice of acceptance or declination (15 days, art. 23), days off counted.",
        ["noticeDueOn"] = "The same, rolled to the next working day.",
        ["contestDueOn"] = "Last day for contesting the routing (5 working days, art. 23).",
        ["claimedAt"] = "认领: when an officer took it in hand.",
        ["contestedAt"] = "When the organ contested the routing.",
        ["proposedOrgan"] = "Code of the organ proposed instead.",
        ["agreed"] = "Whether the office agreed: true, the petition is routed again; false, the organ keeps it.",
        ["decidedAt"] = "When it was decided.",
        ["acceptedAt"] = "受理: when the organ accepted it.",
        ["strictDueOn"] = "Last day of the term, days off counted; warnings and statistics follow it.",
        ["dueOn"] = "Last day of the term, rolled to the next working day; breached only after it.",
        ["documentId"] = "Id of the document; its text is fetched from CaseHandling.",
        ["documentNumber"] = "文号.",
        ["declinedAt"] = "不予受理: when the organ declined it.",
        ["road"] = "The road that is open instead (art. 19, 31).",
        ["until"] = "Last day of that road, where the law sets one.",
        ["heardOn"] = "Day the petitioner was heard (art. 31 item 6).",
        ["recordedAt"] = "When that was recorded.",
        ["days"] = "Days added to the completion term by this extension (art. 34).",
        ["servedOn"] = "Day of service.",
        ["term"] = "Which term.",
        ["noticedAt"] = "When the term was found to be due soon or overdue.",
        ["supported"] = "Number of claims supported.",
        ["explained"] = "Number of claims explained.",
        ["notSupported"] = "Number of claims not supported.",
        ["inTime"] = "Whether the term was kept.",
        ["method"] = "Way of service.",
        ["reviewBody"] = "Code of the organ that would review the opinion (art. 35).",
        ["reviewStrictDueOn"] = "Last day for asking for review (30 days, art. 35), days off counted.",
        ["reviewDueOn"] = "The same, rolled to the next working day.",
        ["completedAt"] = "办结: when the file was closed.",
        ["officeScore"] = "Satisfied, FairlySatisfied or Dissatisfied with the office.",
        ["organScore"] = "The same for the organ.",
        ["ratedAt"] = "When the petitioner rated.",
        ["returnedAt"] = "交还: when the organ lost the petition.",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
