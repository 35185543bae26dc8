using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinfang.Intake.Api.HotTopics;

/// <summary>A topic that was told of, and by how many people it was spoken of then: it is told again when it has grown by half.</summary>
internal sealed class ToldTopic
{
    public required Guid TopicId { get; init; }
    public required int People { get; set; }
    public required DateTimeOffset ToldAt { get; set; }
}

internal sealed class ToldTopicMapping : IEntityTypeConfiguration<ToldTopic>
{
    public void Configure(EntityTypeBuilder<ToldTopic> builder) => builder.ToTable("told_topic").HasKey(told => told.TopicId);
}
