using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Xinfang.ServiceDefaults.Http;

/// <summary>How the HTTP interfaces are described.</summary>
public static class OpenApiRules
{
    public static void Apply(OpenApiOptions options)
    {
        options.CreateSchemaReferenceId = SchemaName;
        // A converter of its own (CleanText) hides from the generator that a text is a text.
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type == typeof(string))
                schema.Type = JsonSchemaType.String | (context.JsonPropertyInfo is { IsGetNullable: true } ? JsonSchemaType.Null : 0);
            return Task.CompletedTask;
        });
    }

    /// <summary>
    /// The name of a type's schema, or null for one that is written in place. Slices nest their Request and Response; under
    /// their bare names all of them would become one schema, so a nested type carries the slice's name: AcceptPetitionRequest.
    /// </summary>
    public static string? SchemaName(JsonTypeInfo type) => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is null ? null : NameOf(type.Type);

    private static string NameOf(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying) return NameOf(underlying);
        var name = type.Name.Split('`')[0];
        if (type.IsGenericType) name = $"{name}Of{string.Join("And", type.GetGenericArguments().Select(NameOf))}";
        return type.DeclaringType is { } slice ? NameOf(slice) + name : name;
    }
}
