using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Xinfang.Intake.Api.Petitions;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>Generated JSON for what a submission reads and writes; everything else goes by reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SubmitPetition.Request), TypeInfoPropertyName = "Submission")]
[JsonSerializable(typeof(RegistrationAnswer))]
[JsonSerializable(typeof(DossierContent))]
internal sealed partial class IntakeJson : JsonSerializerContext
{
    /// <summary>As stored: Chinese as Chinese, half the bytes of its escapes.</summary>
    public static IntakeJson Stored { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    });
}
