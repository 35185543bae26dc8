using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    /// <summary><see cref="Persistence.Addressee"/>, encrypted for the petition.</summary>
    public const string Addressee = "Addressee";

    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notice").HasKey(n => n.Id);
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property<byte[]>(Addressee).IsRequired();
        builder.Property<uint>("xmin").IsRowVersion();
        // One per fact, however often the fact is told.
        builder.HasIndex(n => new { n.PetitionId, n.Cause, n.Key }).IsUnique();
        builder.HasIndex(n => n.NextAttemptAt).HasFilter("next_attempt_at is not null");
        builder.HasIndex(n => new { n.State, n.Id }).HasFilter("state <> 'Sent'");
        builder.HasIndex(n => n.PrintList).HasFilter("print_list is not null");
    }
}
