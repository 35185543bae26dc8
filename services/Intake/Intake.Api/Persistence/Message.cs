using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>留言 and its answer, both encrypted.</summary>
internal sealed class Message
{
    public required PetitionId PetitionId { get; init; }
    public required int Number { get; init; }
    public required string Organ { get; init; }
    public required byte[] Text { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DateOnly ReplyStrictDueOn { get; init; }
    public required DateOnly ReplyDueOn { get; init; }
    public byte[]? Reply { get; set; }
    public DateTimeOffset? RepliedAt { get; set; }
    public string? RepliedBy { get; set; }
}

internal sealed class MessageMapping : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("message").HasKey(m => new { m.PetitionId, m.Number });
        builder.Property(m => m.Number).ValueGeneratedNever();
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<Petition>().WithMany().HasForeignKey(m => m.PetitionId);
    }
}
