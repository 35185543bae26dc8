using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>通知方式 of a petition and where it leads. An anonymous one has none.</summary>
internal sealed class Contact
{
    public required PetitionId PetitionId { get; init; }
    public required NoticeWay Way { get; set; }

    /// <summary><see cref="Addressee"/>, encrypted for this petition. Each notice carries a copy: it goes where the person was when it became due.</summary>
    public required byte[] Addressee { get; set; }

    public required DateTimeOffset ChosenAt { get; set; }
}

/// <summary>To whom and where. Exists only in memory.</summary>
internal sealed record Addressee(string? Name, string? Phone, string? Address)
{
    public byte[] Encrypted(PersonalData people, Guid petition) => people.Encrypt(JsonSerializer.SerializeToUtf8Bytes(this, MessageTypes.Json), petition);

    /// <summary>Nobody, once its time is over.</summary>
    public static Addressee Decrypted(byte[] content, PersonalData people, Guid petition) => content.Length == 0
        ? new(null, null, null)
        : JsonSerializer.Deserialize<Addressee>(people.DecryptBytes(content, petition), MessageTypes.Json) ?? throw new CryptographicException("An addressee is empty.");
}

internal sealed class ContactMapping : IEntityTypeConfiguration<Contact>
{
    // No foreign key, as the dossier has none: it is written in one statement with its petition.
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.ToTable("contact").HasKey(c => c.PetitionId);
        builder.Property(c => c.PetitionId).ValueGeneratedNever();
        builder.Property<uint>("xmin").IsRowVersion();
    }
}
