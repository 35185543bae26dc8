using System.Text.Json.Nodes;
using Xinfang.DepartmentFeed.Api.Feed;
using Xinfang.DepartmentFeed.Api.Publishing;

namespace Xinfang.DepartmentFeed.Api.Documents;

/// <summary>The event contract for departments as AsyncAPI 3.0, printed from the table and complete in itself; served at /asyncapi.yaml.</summary>
internal static class AsyncApi
{
    public static string Text { get; } = Yaml.Write(new JsonObject
    {
        ["asyncapi"] = "3.0.0",
        ["info"] = new JsonObject
        {
            ["title"] = "信访事件 DepartmentFeed",
            ["version"] = "1.0.0",
            ["description"] = "What a department is told of the petitions it holds: CloudEvents 1.0, JSON structured mode, over AMQP 0-9-1. "
                + "Delivery is at least once: drop what has an id you have seen. Ignore types and fields you do not know. "
                + "Within V1 fields are only added. The same events can be read again over HTTP.",
        },
        ["defaultContentType"] = CloudEvent.ContentType,
        ["servers"] = new JsonObject
        {
            ["broker"] = new JsonObject
            {
                ["host"] = "{host}:{port}",
                ["protocol"] = "amqp",
                ["protocolVersion"] = "0.9.1",
                ["description"] = "The broker of the petition office. The account feed-<organ> may read queue feed.<organ> and nothing else.",
                ["variables"] = new JsonObject
                {
                    ["host"] = new JsonObject { ["default"] = "localhost" },
                    ["port"] = new JsonObject { ["default"] = "5672" },
                },
                ["security"] = new JsonArray(new JsonObject { ["$ref"] = "#/components/securitySchemes/account" }),
            },
        },
        ["channels"] = new JsonObject
        {
            ["feed"] = new JsonObject
            {
                ["address"] = "feed.{organ}",
                ["title"] = "The organ's own queue",
                ["parameters"] = new JsonObject { ["organ"] = new JsonObject { ["description"] = "Code of the organ, e.g. 120104-zjw." } },
                ["messages"] = Each(type => Reference($"#/components/messages/{type}")),
                ["bindings"] = new JsonObject
                {
                    ["amqp"] = new JsonObject
                    {
                        ["is"] = "queue",
                        ["queue"] = new JsonObject { ["name"] = "feed.{organ}", ["durable"] = true, ["exclusive"] = false, ["autoDelete"] = false, ["vhost"] = "/" },
                        ["bindingVersion"] = "0.3.0",
                    },
                },
            },
        },
        ["operations"] = new JsonObject
        {
            ["tell"] = new JsonObject
            {
                ["action"] = "send",
                ["title"] = "The feed tells an organ of a fact",
                ["channel"] = Reference("#/channels/feed"),
                ["messages"] = new JsonArray([.. FeedTable.Types.Select(row => Reference($"#/channels/feed/messages/{row.Type}"))]),
                ["bindings"] = new JsonObject
                {
                    ["amqp"] = new JsonObject { ["deliveryMode"] = 2, ["mandatory"] = true, ["timestamp"] = true, ["bindingVersion"] = "0.3.0" },
                },
            },
        },
        ["components"] = new JsonObject
        {
            ["securitySchemes"] = new JsonObject { ["account"] = new JsonObject { ["type"] = "userPassword" } },
            ["messages"] = new JsonObject(FeedTable.Types.Select(row => KeyValuePair.Create(row.Type, (JsonNode?)Message(row)))),
            ["schemas"] = Schemas(),
        },
    });

    private static JsonObject Message(FeedRow row) => new()
    {
        ["name"] = row.Type,
        ["title"] = row.Title,
        ["summary"] = AudienceDocument.SentenceOf(row),
        ["contentType"] = CloudEvent.ContentType,
        ["payload"] = new JsonObject
        {
            ["allOf"] = new JsonArray(
                Reference("#/components/schemas/CloudEvent"),
                new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject
                    {
                        ["type"] = new JsonObject { ["const"] = row.Type },
                        ["data"] = Reference($"#/components/schemas/{row.Type}"),
                    },
                }),
        },
        ["bindings"] = new JsonObject
        {
            ["amqp"] = new JsonObject { ["contentEncoding"] = "utf-8", ["messageType"] = row.Type, ["bindingVersion"] = "0.3.0" },
        },
    };

    private static JsonObject Schemas()
    {
        var schemas = new JsonObject { ["CloudEvent"] = Envelope() };
        foreach (var row in FeedTable.Types) schemas[row.Type] = JsonSchemas.Of(row);
        return schemas;
    }

    private static JsonObject Envelope()
    {
        var properties = new JsonObject
        {
            ["specversion"] = new JsonObject { ["const"] = "1.0" },
            ["id"] = Word("uuid", "Stable across redelivery; drop an event whose id you have seen."),
            ["source"] = new JsonObject { ["const"] = CloudEvent.FeedSource },
            ["type"] = Word(null, "What happened."),
            ["subject"] = Word("uuid", "The petition."),
            ["time"] = Word("date-time", "When it happened."),
            ["datacontenttype"] = new JsonObject { ["const"] = "application/json" },
            ["dataschema"] = Word("uri", "JSON Schema of data."),
            ["sequence"] = Word(null, "A whole number that increases per petition. Gaps are facts that this organ is not told of."),
            ["position"] = Word(null, "A whole number that increases per organ: the cursor for reading again over HTTP."),
            ["traceparent"] = Word(null, "W3C trace context of the act that caused the event."),
            ["data"] = new JsonObject { ["type"] = "object" },
        };
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. properties.Select(p => p.Key).Where(name => name != "traceparent").Select(name => (JsonNode)name)]),
        };
    }

    private static JsonObject Word(string? format, string description)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (format is not null) schema["format"] = format;
        schema["description"] = description;
        return schema;
    }

    private static JsonObject Each(Func<string, JsonNode> value) =>
        new(FeedTable.Types.Select(row => KeyValuePair.Create(row.Type, (JsonNode?)value(row.Type))));

    private static JsonObject Reference(string path) => new() { ["$ref"] = path };
}
