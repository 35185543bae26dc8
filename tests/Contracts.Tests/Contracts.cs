using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.Testing;

namespace Xinfang.Contracts.Tests;

/// <summary>The events between the services: documented, written exactly as promised, and never losing a property within V1.</summary>
public class Contracts
{
    private static readonly JsonSerializerOptions Strict = new(MessageTypes.Json)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly JsonSerializerOptions Indented = new(MessageTypes.Json) { WriteIndented = true };

    public static TheoryData<string> Names => [.. Samples.All.Select(sample => sample.GetType().Name)];

    [Fact]
    public void Are_as_documented()
    {
        var text = new StringBuilder("# Contracts\n\nEvents between the services, printed from services/Contracts and kept by a test. Within V1 only optional properties are added.\n\n## Queues\n");
        foreach (var (queue, types) in Subscriptions.ByQueue)
            text.Append("\n- `").Append(queue).Append("`: ").AppendJoin(", ", types.Select(Name).Order(StringComparer.Ordinal)).Append('\n');
        foreach (var type in Types().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append("\n## ").Append(Name(type)).Append("\n\n");
            foreach (var property in type.GetProperties()) text.Append("- ").Append(property.Name).Append(": ").Append(TypeOf(property)).Append('\n');
        }
        Approved.Document("docs/contracts.md", text.ToString());
    }

    [Fact]
    public void Every_one_has_an_example() =>
        Assert.Equal(Types().Select(Name).Order(StringComparer.Ordinal), Samples.All.Select(sample => Name(sample.GetType())).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void Are_written_exactly_as_before_and_lose_no_property(string name)
    {
        var sample = Sample(name);
        var written = JsonSerializer.Serialize(sample, sample.GetType(), Indented).ReplaceLineEndings("\n") + "\n";
        var path = $"tests/Contracts.Tests/golden/{name}.json";
        var file = Path.Combine(Approved.Repository(), path);

        // Before Approved, which APPROVE=1 would let pass: a property of V1 may not vanish, whatever is approved.
        if (File.Exists(file))
        {
            var now = JsonNode.Parse(written)!.AsObject();
            Assert.All(JsonNode.Parse(File.ReadAllText(file))!.AsObject(), property => Assert.True(now.ContainsKey(property.Key), $"{property.Key} has vanished"));
        }
        Approved.Document(path, written);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Are_read_back_equal(string name)
    {
        var sample = Sample(name);
        var golden = File.ReadAllText(Path.Combine(Approved.Repository(), $"tests/Contracts.Tests/golden/{name}.json"));
        Assert.Equal(sample, JsonSerializer.Deserialize(golden, sample.GetType(), Strict));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Readers_pass_over_what_is_new(string name)
    {
        var sample = Sample(name);
        var later = JsonSerializer.SerializeToNode(sample, sample.GetType(), MessageTypes.Json)!.AsObject();
        later["addedLater"] = "x";
        Assert.Equal(sample, later.Deserialize(sample.GetType(), MessageTypes.Json));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_example_fills_in_every_property(string name)
    {
        var sample = Sample(name);
        Assert.All(sample.GetType().GetProperties(), property => Assert.NotNull(property.GetValue(sample)));
    }

    [Fact]
    public void Are_sealed_records_of_plain_types_about_one_petition_or_one_thing_of_their_service()
    {
        Type[] plain = [typeof(Guid), typeof(string), typeof(DateTimeOffset), typeof(DateOnly), typeof(int), typeof(bool)];
        foreach (var type in Types())
        {
            Assert.True(type.IsSealed, $"{type} is not sealed");
            Assert.True(type.GetProperties()[0] is { Name: var first } about && first.EndsWith("Id", StringComparison.Ordinal) && about.PropertyType == typeof(Guid), $"{type.Name} does not begin with what it is about");
            foreach (var property in type.GetProperties())
                Assert.True(plain.Contains(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType), $"{type.Name}.{property.Name} is not plain");
        }
    }

    [Fact]
    public void Say_nothing_of_persons()
    {
        string[] telling = ["Name", "Phone", "Address", "IdNumber", "Petitioner", "Text", "Facts", "Reason", "Summary", "Subject", "Officer"];
        foreach (var property in Types().SelectMany(type => type.GetProperties()))
            Assert.DoesNotContain(telling, word => property.Name.Contains(word, StringComparison.Ordinal));
    }

    private static object Sample(string name) => Samples.All.Single(sample => sample.GetType().Name == name);

    private static IEnumerable<Type> Types() =>
        typeof(Subscriptions).Assembly.GetExportedTypes().Where(type => type.Namespace!.EndsWith(".V1", StringComparison.Ordinal));

    private static string Name(Type type) => type.FullName!["Xinfang.Contracts.".Length..];

    private static string TypeOf(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var optional = new NullabilityInfoContext().Create(property).ReadState is NullabilityState.Nullable;
        return type.Name + (optional ? "?" : "");
    }
}
