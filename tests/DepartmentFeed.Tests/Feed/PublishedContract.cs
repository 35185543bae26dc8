using System.Text.Json.Nodes;
using MassTransit;
using Xinfang.Contracts;
using Xinfang.Contracts.Tests;
using Xinfang.DepartmentFeed.Api.Documents;
using Xinfang.DepartmentFeed.Api.Feed;
using Xinfang.Testing;

namespace Xinfang.DepartmentFeed.Tests.Feed;

/// <summary>The contract with departments: complete, and as published in docs/.</summary>
public class PublishedContract
{
    public static TheoryData<string> Types => [.. FeedTable.Types.Select(row => row.Type)];

    [Fact]
    public void Every_event_of_intake_and_case_handling_has_a_row() => Assert.Equal(
        Subscriptions.ByQueue["department-feed"].Select(type => type.Name).Order(StringComparer.Ordinal),
        FeedTable.Rows.Select(row => row.Contract.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_row_has_its_consumer()
    {
        var consumed = typeof(FeedTable).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false })
            .SelectMany(type => type.GetInterfaces())
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConsumer<>))
            .Select(type => type.GetGenericArguments()[0].Name);
        Assert.Equal(FeedTable.Rows.Select(row => row.Contract.Name).Order(StringComparer.Ordinal), consumed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Everything_of_a_contract_is_told_except_what_every_event_has_or_the_seal()
    {
        // Whom a petition is about is for the service that keeps them away from it, not for their organ's system (art. 28).
        // An organ is told of the petitions it holds, so not which earlier one is repeated, which another may hold.
        string[] elsewhere = ["PetitionId", "Number", "Sealed", "ConcernedAccounts", "EarlierId"];
        foreach (var row in FeedTable.Rows)
            Assert.Equal(row.Contract.GetProperties().Select(p => p.Name).Except(elsewhere).Order(StringComparer.Ordinal),
                row.Data.Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Types_are_named_after_service_event_and_version() =>
        Assert.All(FeedTable.Types, row => Assert.Matches(@"^cn\.xinfang\.(intake|case-handling|department-feed)\.[a-z-]+\.v1$", row.Type));

    [Fact]
    public void The_audience_is_as_documented() => Approved.Document("docs/feed-audience.md", AudienceDocument.Text());

    [Fact]
    public void The_asyncapi_document_is_as_published() => Approved.Document("docs/asyncapi.yaml", AsyncApi.Text);

    [Theory]
    [MemberData(nameof(Types))]
    public void The_schema_is_as_published_and_loses_no_field(string type)
    {
        var path = $"docs/schemas/{type}.json";
        var file = Path.Combine(Approved.Repository(), path);
        var now = JsonSchemas.Files[$"{type}.json"];
        if (File.Exists(file)) // before Approved, which APPROVE=1 would let pass
            Assert.All(Fields(File.ReadAllText(file)), field => Assert.True(Fields(now).Contains(field), $"{field} has vanished from {type}"));
        Approved.Document(path, now);
    }

    [Fact]
    public void Every_published_schema_is_of_a_type() => Assert.Equal(
        JsonSchemas.Files.Keys.Order(StringComparer.Ordinal),
        Directory.GetFiles(Path.Combine(Approved.Repository(), "docs/schemas")).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Types))]
    public void An_example_has_the_fields_that_its_schema_requires_and_no_others(string type)
    {
        var row = FeedTable.Types.Single(row => row.Type == type);
        object example = row == FeedTable.Returned
            ? new PetitionReturned { PetitionId = Guid.CreateVersion7(), Organ = "120104-zjw", Round = 1, ReturnedAt = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero) }
            : Samples.All.Single(sample => sample.GetType() == row.Contract);
        var data = row.DataOf(example, Guid.CreateVersion7(), "120104-20260302-0001", @sealed: false);

        var open = JsonNode.Parse(JsonSchemas.Files[$"{type}.json"])!["oneOf"]![0]!;
        Assert.All(open["required"]!.AsArray(), name => Assert.True(data.ContainsKey((string)name!)));
        Assert.Equal(open["properties"]!.AsObject().Select(p => p.Key), data.Select(p => p.Key));
    }

    private static HashSet<string> Fields(string schema) =>
        [.. JsonNode.Parse(schema)!["oneOf"]![0]!["properties"]!.AsObject().Select(property => property.Key)];
}
