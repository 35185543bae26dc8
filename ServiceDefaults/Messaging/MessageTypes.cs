using System.Collections.Frozen;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Xinfang.ServiceDefaults.Messaging;

/// <summary>Contract names in the outbox: service, version and type, e.g. "CaseHandling.V1.PetitionAccepted".</summary>
public sealed class MessageTypes(Assembly contracts)
{
    /// <summary>How contracts are written everywhere: camelCase, enums as strings, Chinese as Chinese.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly FrozenDictionary<string, Type> _byName = contracts.GetExportedTypes()
        .Where(type => type.Namespace!.EndsWith(".V1", StringComparison.Ordinal))
        .ToFrozenDictionary(Name, StringComparer.Ordinal);

    /// <summary>Name of a contract. Throws for a type that is none: it could never be delivered.</summary>
    public string NameOf(Type type) => _byName.ContainsKey(Name(type))
        ? Name(type)
        : throw new InvalidOperationException($"{type} is not a contract.");

    public Type this[string name] => _byName[name];

    private static string Name(Type type) => type.FullName!["Xinfang.Contracts.".Length..];
}
