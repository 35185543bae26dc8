using System.Security.Cryptography;
using System.Text.Json;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>The names and words of <see cref="Participants"/>. Exists only in memory.</summary>
internal sealed record ParticipantsContent(IReadOnlyList<string> CoSigners, IReadOnlyList<string> Representatives, string? ElectionNote, string? StepUpGuidance)
{
    /// <summary>Null where there is nothing to say beside the petitioner.</summary>
    public static ParticipantsContent? Of(PetitionForm form) =>
        form.People is > 1 || form.CoSigners.Count > 0 || form.Representatives.Count > 0 || form.Oral || form.Channel is Channel.Phone || form.StepUpOrgan is not null
            ? new([.. form.CoSigners.Select(name => name!.Trim())], [.. form.Representatives.Select(name => name!.Trim())], form.ElectionNote?.Trim(), form.StepUpGuidance?.Trim())
            : null;

    public byte[] Encrypted(PersonalData people, Guid petition) => people.Encrypt(JsonSerializer.SerializeToUtf8Bytes(this, MessageTypes.Json), petition);

    public static ParticipantsContent Decrypted(byte[] content, PersonalData people, Guid petition) =>
        JsonSerializer.Deserialize<ParticipantsContent>(people.DecryptBytes(content, petition), MessageTypes.Json) ?? throw new CryptographicException("The participants are empty.");
}
