using System.Text.Json;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>What is said of a file: its name, and headings that are not imported. Exists only in memory.</summary>
internal sealed record ImportContent(string FileName, IReadOnlyList<string> Ignored)
{
    public byte[] Encrypted(PersonalData people, Guid import) => people.Encrypt(JsonSerializer.SerializeToUtf8Bytes(this, MessageTypes.Json), import);

    public static ImportContent Decrypted(byte[] content, PersonalData people, Guid import) =>
        JsonSerializer.Deserialize<ImportContent>(people.DecryptBytes(content, import), MessageTypes.Json) ?? new("", []);
}

/// <summary>A reason why a row cannot be registered, with its column and article.</summary>
internal sealed record RowFault(string Column, string Message, string Basis);

/// <summary>What the report says of a row. Exists only in memory.</summary>
/// <param name="Number">The external number.</param>
/// <param name="Differs">The same number was registered with another content.</param>
internal sealed record RowResult(string? Number, IReadOnlyList<RowFault> Faults, string? QueryCode = null, bool Differs = false)
{
    public byte[] Encrypted(PersonalData people, Guid context) => people.Encrypt(JsonSerializer.SerializeToUtf8Bytes(this, MessageTypes.Json), context);

    public static RowResult Decrypted(byte[]? result, PersonalData people, Guid context) => result is null
        ? new(null, [])
        : JsonSerializer.Deserialize<RowResult>(people.DecryptBytes(result, context), MessageTypes.Json) ?? new(null, []);
}
