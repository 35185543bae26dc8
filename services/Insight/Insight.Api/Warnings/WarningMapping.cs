using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.ServiceDefaults.Persistence;

namespace Xinfang.Insight.Api.Warnings;

internal sealed class WarningMapping : IEntityTypeConfiguration<Warning>
{
    public void Configure(EntityTypeBuilder<Warning> builder)
    {
        builder.ToTable("warning").HasKey(warning => warning.Id);
        builder.Property(warning => warning.Rule).HasConversion<string>();
        builder.Property(warning => warning.Status).HasConversion<string>();
        builder.Property(warning => warning.Verdict).HasConversion<string>();
        builder.Property(warning => warning.Evidence).AsJson();
        builder.Ignore(warning => warning.ActedOn);
        builder.HasVersion();
        builder.HasIndex(warning => warning.Key).IsUnique();
        builder.HasIndex(warning => new { warning.RaisedAt, warning.Id });
        builder.HasIndex(warning => new { warning.Organ, warning.RaisedAt, warning.Id });
        builder.HasIndex(warning => new { warning.Rule, warning.Subject, warning.RaisedOn });
        builder.HasIndex(warning => warning.DueOn).HasFilter("status = 'New' and not escalated");
    }
}
