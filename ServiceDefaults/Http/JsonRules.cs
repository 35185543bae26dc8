using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Xinfang.ServiceDefaults.Http;

/// <summary>JSON of the HTTP interfaces: camelCase, enums in the glossary's words, Chinese unescaped, unknown members refused on writes.</summary>
public static class JsonRules
{
    public static void Apply(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.MaxDepth = 16;
        options.Converters.Add(new JsonStringEnumConverter(allowIntegerValues: false));
        options.Converters.Add(new CleanText());
    }

    /// <summary>The options for programs that read or write these interfaces.</summary>
    public static JsonSerializerOptions Client { get; } = MakeClient();

    private static JsonSerializerOptions MakeClient()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Apply(options);
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip; // readers ignore what is new
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
