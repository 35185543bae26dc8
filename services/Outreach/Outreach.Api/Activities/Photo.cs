using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinfang.Outreach.Api.Activities;

/// <summary>现场照片, drawn anew when it came in, so that it carries nothing but the picture.</summary>
internal sealed class Photo
{
    public required Guid Id { get; init; }
    public required Guid ActivityId { get; init; }
    public required byte[] Jpeg { get; init; }
    public required string AddedBy { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
}

internal sealed class PhotoMapping : IEntityTypeConfiguration<Photo>
{
    public void Configure(EntityTypeBuilder<Photo> builder)
    {
        builder.ToTable("evidence_photo").HasKey(photo => photo.Id);
        builder.HasIndex(photo => photo.ActivityId);
        builder.HasOne<Activity>().WithMany().HasForeignKey(photo => photo.ActivityId);
    }
}
