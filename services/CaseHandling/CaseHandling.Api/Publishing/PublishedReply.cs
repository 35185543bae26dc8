using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.CaseHandling.Domain;

namespace Xinfang.CaseHandling.Api.Publishing;

/// <summary>What everybody reads; in the clear, as it is public. Taken down, the row is gone; the record of the petition keeps that it was there.</summary>
internal sealed class PublishedReply
{
    public required Guid Id { get; init; }
    public required PetitionId PetitionId { get; init; }
    public required string Organ { get; init; }
    public required string Title { get; init; }
    public required string Question { get; init; }
    public required string Answer { get; init; }
    public required DateOnly PublishedOn { get; init; }
}

internal sealed class PublishedReplyMapping : IEntityTypeConfiguration<PublishedReply>
{
    public void Configure(EntityTypeBuilder<PublishedReply> builder)
    {
        builder.ToTable("published_reply").HasKey(reply => reply.Id);
        builder.HasIndex(reply => reply.PetitionId).IsUnique();
        builder.HasIndex(reply => new { reply.PublishedOn, reply.Id }).IsDescending();
        builder.HasIndex(reply => new { reply.Organ, reply.PublishedOn, reply.Id }).IsDescending(false, true, true);
    }
}
