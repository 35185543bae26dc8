using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>What the person said in a request to correct, and what it was before and why it was decided so. Exists only in memory.</summary>
internal sealed record CorrectionContent(string Value, string Why, string? Former = null, string? Reason = null)
{
    /// <summary>Nothing left: its time is over.</summary>
    public static readonly CorrectionContent Gone = new("", "");

    public byte[] Encrypted(PersonalData people, Guid correction) => people.Encrypt(JsonSerializer.SerializeToUtf8Bytes(this, MessageTypes.Json), correction);

    public static CorrectionContent Decrypted(byte[] content, PersonalData people, Guid correction) => content.Length == 0
        ? Gone
        : JsonSerializer.Deserialize<CorrectionContent>(people.DecryptBytes(content, correction), MessageTypes.Json) ?? throw new CryptographicException("A correction is empty.");
}

internal sealed class CorrectionMapping : IEntityTypeConfiguration<Correction>
{
    /// <summary><see cref="CorrectionContent"/>, encrypted for the request.</summary>
    public const string Content = "Content";

    public void Configure(EntityTypeBuilder<Correction> builder)
    {
        builder.ToTable("correction").HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property<byte[]>(Content).IsRequired();
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<Petition>().WithMany().HasForeignKey(c => c.PetitionId);
        // Two of one kind never wait at once, however they were asked.
        builder.HasIndex(c => new { c.PetitionId, c.Field }).IsUnique().HasFilter("decided_at is null");
    }
}
