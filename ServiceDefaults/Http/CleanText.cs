using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Xinfang.ServiceDefaults.Http;

/// <summary>
/// Reads strings that can be stored and shown: control characters other than tab and line breaks, lone surrogates,
/// noncharacters and bidirectional overrides are refused (PostgreSQL rejects U+0000; overrides can disguise text, Unicode TR 36).
/// </summary>
public sealed class CleanText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.String) throw new JsonException("A text was expected.");
        string text;
        try
        {
            text = reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("The text is not valid UTF-16.", e);
        }
        return IsClean(text) ? text : throw new JsonException("The text has characters that cannot be kept.");
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() ?? "";

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);

    /// <summary>True when the text can be stored and shown as it is.</summary>
    public static bool IsClean(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar) return false; // also what a lone surrogate becomes
            if (Rune.IsControl(rune) && rune.Value is not ('\n' or '\r' or '\t')) return false;
            if (rune.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 or 0xFEFF) return false;
            if (rune.Value is >= 0xFDD0 and <= 0xFDEF || (rune.Value & 0xFFFE) == 0xFFFE) return false; // noncharacters: normalising them throws
        }
        return true;
    }
}
