using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>信访材料: who the petitioner is and what they wrote, in one encrypted value, with keyed hashes to search by.</summary>
internal sealed class Dossier
{
    public required PetitionId PetitionId { get; init; }

    /// <summary><see cref="DossierContent"/>, encrypted for this petition.</summary>
    public required byte[] Content { get; init; }

    public byte[]? NameHash { get; init; }
    public byte[]? IdentityHash { get; init; }
    public byte[]? PhoneHash { get; init; }
    public byte[]? AddressHash { get; init; }
}

/// <summary>检举控告的材料 (art. 30): moved here on sealing, without anything to search by. Only the disciplinary organ's dossier reads it.</summary>
internal sealed class SealedDossier
{
    public required PetitionId PetitionId { get; init; }
    public required byte[] Content { get; init; }
}

/// <summary>What the clerk wrote when routing, encrypted.</summary>
internal sealed class RoutingWords
{
    public required PetitionId PetitionId { get; init; }
    public required int Round { get; init; }

    /// <summary>Why it is this organ's; the petitioner reads it.</summary>
    public required byte[] Reason { get; init; }

    /// <summary>What an assignment demands.</summary>
    public byte[]? Demand { get; init; }

    /// <summary>转送告知, for the petitioner.</summary>
    public required Guid NoticeId { get; init; }

    /// <summary>转送函 or 交办函, for the organ.</summary>
    public required Guid LetterId { get; init; }
}

/// <summary>补充材料.</summary>
internal sealed class Supplement
{
    public required PetitionId PetitionId { get; init; }
    public required int Number { get; init; }
    public required byte[] Text { get; init; }

    /// <summary>Keyed, to recognise the same text sent twice.</summary>
    public required byte[] TextHash { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>评价. The organ never reads the words.</summary>
internal sealed class Rating
{
    public required PetitionId PetitionId { get; init; }
    public required string Organ { get; init; }
    public required Score Office { get; init; }
    public required Score OrganScore { get; init; }
    public byte[]? OfficeReason { get; init; }
    public byte[]? OrganReason { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>A document issued by the petition office.</summary>
internal sealed class IssuedDocument
{
    public required Guid Id { get; init; }
    public required PetitionId PetitionId { get; init; }
    public required DocumentKind Kind { get; init; }
    public required string Title { get; init; }

    /// <summary>Gap-free per organ, year and kind; null for notices, which carry the petition's number.</summary>
    public string? Number { get; init; }

    public required DateOnly IssuedOn { get; init; }

    /// <summary><see cref="DocumentText"/>, encrypted for this petition.</summary>
    public required byte[] Content { get; init; }
}

/// <summary>回执, 转送告知, 转送函, 交办函.</summary>
internal enum DocumentKind { Receipt, Forwarding, ForwardingLetter, AssignmentLetter }

/// <summary>The last document number given out, per issuer, year and kind. Locked by the transaction that takes the next one.</summary>
internal sealed class DocumentNumber
{
    public required string Organ { get; init; }
    public required int Year { get; init; }
    public required string Kind { get; init; }
    public required int Last { get; init; }
}

/// <summary>The next petition number of a day that no process has taken.</summary>
internal sealed class NumberBlock
{
    public required DateOnly Day { get; init; }
    public required int Next { get; init; }
}

/// <summary>
/// The projection <c>progress</c>: what the organs' services have told about a petition, one row a fact, kept as first told.
/// The story is composed from all of them on reading, so neither order nor repetition of the events matters.
/// </summary>
internal sealed class CaseFact
{
    public required PetitionId PetitionId { get; init; }

    /// <summary>Name of the contract: <c>CaseHandling.V1.PetitionAccepted</c>.</summary>
    public required string Event { get; init; }

    /// <summary>Tells facts of one kind apart: round, organ, document, day.</summary>
    public required string Key { get; init; }

    /// <summary>The organ that told it.</summary>
    public required string Organ { get; init; }

    /// <summary>When it happened; the start of the day in Beijing where only the day is told.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The event as it came: ids, codes and dates.</summary>
    public required string Body { get; init; }
}

internal sealed class DossierMapping : IEntityTypeConfiguration<Dossier>
{
    // No foreign key: the row is written in one statement with its petition and the check would cost every submission a lookup.
    public void Configure(EntityTypeBuilder<Dossier> builder)
    {
        builder.ToTable("dossier").HasKey(d => d.PetitionId);
        builder.Property(d => d.PetitionId).ValueGeneratedNever();
        builder.HasIndex(d => d.NameHash);
        builder.HasIndex(d => d.IdentityHash);
        builder.HasIndex(d => d.PhoneHash);
    }
}

internal sealed class SealedDossierMapping : IEntityTypeConfiguration<SealedDossier>
{
    public void Configure(EntityTypeBuilder<SealedDossier> builder)
    {
        builder.ToTable("sealed_dossier").HasKey(d => d.PetitionId);
        builder.Property(d => d.PetitionId).ValueGeneratedNever();
        builder.HasOne<Petition>().WithOne().HasForeignKey<SealedDossier>(d => d.PetitionId);
    }
}

internal sealed class RoutingWordsMapping : IEntityTypeConfiguration<RoutingWords>
{
    public void Configure(EntityTypeBuilder<RoutingWords> builder)
    {
        builder.ToTable("routing_words").HasKey(w => new { w.PetitionId, w.Round });
        builder.HasOne<Routing>().WithOne().HasForeignKey<RoutingWords>(w => new { w.PetitionId, w.Round });
    }
}

internal sealed class SupplementMapping : IEntityTypeConfiguration<Supplement>
{
    public void Configure(EntityTypeBuilder<Supplement> builder)
    {
        builder.ToTable("supplement").HasKey(s => new { s.PetitionId, s.Number });
        builder.Property(s => s.Number).ValueGeneratedNever();
        builder.HasIndex(s => new { s.PetitionId, s.TextHash }).IsUnique();
        builder.HasOne<Petition>().WithMany().HasForeignKey(s => s.PetitionId);
    }
}

internal sealed class RatingMapping : IEntityTypeConfiguration<Rating>
{
    public void Configure(EntityTypeBuilder<Rating> builder)
    {
        builder.ToTable("rating").HasKey(r => r.PetitionId);
        builder.Property(r => r.PetitionId).ValueGeneratedNever();
        builder.HasOne<Petition>().WithOne().HasForeignKey<Rating>(r => r.PetitionId);
    }
}

internal sealed class IssuedDocumentMapping : IEntityTypeConfiguration<IssuedDocument>
{
    public void Configure(EntityTypeBuilder<IssuedDocument> builder)
    {
        builder.ToTable("document").HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => d.Number).IsUnique();
        builder.HasOne<Petition>().WithMany().HasForeignKey(d => d.PetitionId);
    }
}

internal sealed class DocumentNumberMapping : IEntityTypeConfiguration<DocumentNumber>
{
    public void Configure(EntityTypeBuilder<DocumentNumber> builder) =>
        builder.ToTable("document_number").HasKey(n => new { n.Organ, n.Year, n.Kind });
}

internal sealed class NumberBlockMapping : IEntityTypeConfiguration<NumberBlock>
{
    public void Configure(EntityTypeBuilder<NumberBlock> builder) => builder.ToTable("number_block").HasKey(b => b.Day);
}

internal sealed class CaseFactMapping : IEntityTypeConfiguration<CaseFact>
{
    // No foreign key: a fact may overtake nothing here, but a projection must never refuse what it is told.
    public void Configure(EntityTypeBuilder<CaseFact> builder) => builder.ToTable("progress").HasKey(f => new { f.PetitionId, f.Event, f.Key });
}
