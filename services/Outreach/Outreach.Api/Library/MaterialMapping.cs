using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.ServiceDefaults.Persistence;

namespace Xinfang.Outreach.Api.Library;

internal sealed class MaterialMapping : IEntityTypeConfiguration<Material>
{
    public void Configure(EntityTypeBuilder<Material> builder)
    {
        builder.ToTable("material").HasKey(material => material.Id);
        builder.Property(material => material.Id).ValueGeneratedNever();
        builder.HasVersion();
        builder.Property(material => material.Kind).HasConversion<string>();
        builder.Property(material => material.State).HasConversion<string>();
        builder.HasIndex(material => material.Slug).IsUnique();
        builder.HasIndex(material => new { material.ChangedAt, material.Id }).IsDescending();
        // What everybody lists: the newest first, of those that are public.
        builder.HasIndex(material => new { material.ValidFrom, material.Id }).IsDescending().HasFilter("public is not null");
        builder.Ignore(material => material.Newest).Ignore(material => material.PublicVersion);
        builder.HasMany(material => material.Versions).WithOne().HasForeignKey(version => version.MaterialId);
        builder.Navigation(material => material.Versions).HasField("_versions").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class MaterialVersionMapping : IEntityTypeConfiguration<MaterialVersion>
{
    public void Configure(EntityTypeBuilder<MaterialVersion> builder)
    {
        builder.ToTable("material_version").HasKey(version => new { version.MaterialId, version.Number });
        builder.Property(version => version.Number).ValueGeneratedNever();
        builder.Property(version => version.Content).AsJson();
    }
}
