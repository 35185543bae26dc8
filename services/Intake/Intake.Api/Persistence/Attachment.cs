using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>附件: what this service knows of a file. Uploaded first, under the key of a form; handed in with a petition, a supplement or a registration.</summary>
internal sealed class Attachment
{
    public required Guid Id { get; init; }

    /// <summary>Keyed hash of the key of the form; null once it is handed in.</summary>
    public byte[]? UploadKeyHash { get; set; }

    /// <summary>Null until it is handed in.</summary>
    public PetitionId? PetitionId { get; set; }

    /// <summary>The supplement it came with; null when with the petition itself.</summary>
    public int? Supplement { get; set; }

    /// <summary>Pages of a letter have an order.</summary>
    public int Position { get; set; }

    public AttachmentKind Kind { get; set; }

    /// <summary>Where its content lies: a keyed hash.</summary>
    public required byte[] Address { get; init; }

    public required long Size { get; init; }

    /// <summary>What it really is, by code.</summary>
    public required string Type { get; init; }

    /// <summary>Encrypted for this attachment.</summary>
    public required byte[] Name { get; init; }

    public AttachmentState State { get; set; }
    public required DateTimeOffset UploadedAt { get; init; }
}

/// <summary>附件, 来信原件, 信封.</summary>
internal enum AttachmentKind { Material, LetterPage, Envelope }

/// <summary>没有查毒, 查过没有问题, 查出有害, 查不了.</summary>
internal enum AttachmentState { Unscanned, Clean, Infected, Unscannable }

internal sealed class AttachmentMapping : IEntityTypeConfiguration<Attachment>
{
    // No foreign key: rows are bound in one statement with their petition, and the petition's own row is never deleted.
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("attachment").HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => a.PetitionId);
        builder.HasIndex(a => a.UploadKeyHash);
        builder.HasIndex(a => a.Address);
        builder.HasIndex(a => a.UploadedAt).HasFilter("petition_id is null");
    }
}
