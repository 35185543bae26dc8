using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

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

/// <summary>回执, 转送告知, 转送函, 交办函, 直接回复, 不予受理告知书, 告知书（其他渠道）, 撤回确认书, 紧急信访信息报告.</summary>
internal enum DocumentKind { Receipt, Forwarding, ForwardingLetter, AssignmentLetter, DirectReply, Declination, Guidance, Withdrawal, UrgentReport }

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
