using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.ServiceDefaults.Messaging;

namespace Xinfang.Insight.Api.Warnings;

internal sealed class WarningMapping : IEntityTypeConfiguration<Warning>
{
    public void Configure(EntityTypeBuilder<Warning> builder)
    {
        builder.ToTable("warning").HasKey(warning => warning.Id);
        builder.Property(warning => warning.Rule).HasConversion<string>();
        builder.Property(warning => warning.Status).HasConversion<string>();
        builder.Property(warning => warning.Verdict).HasConversion<string>();
        // Written once, so the reference tells whether it changed.
        builder.Property(warning => warning.Evidence).HasColumnType("jsonb").HasConversion(
            evidence => JsonSerializer.Serialize(evidence, MessageTypes.Json),
            json => JsonSerializer.Deserialize<Evidence>(json, MessageTypes.Json)!,
            new ValueComparer<Evidence>((a, b) => ReferenceEquals(a, b), evidence => evidence.GetHashCode(), evidence => evidence));
        builder.Ignore(warning => warning.ActedOn);
        builder.HasVersion();
        builder.HasIndex(warning => warning.Key).IsUnique();
        builder.HasIndex(warning => new { warning.RaisedAt, warning.Id });
        builder.HasIndex(warning => new { warning.Organ, warning.RaisedAt, warning.Id });
        builder.HasIndex(warning => new { warning.Rule, warning.Subject, warning.RaisedOn });
        builder.HasIndex(warning => warning.DueOn).HasFilter("status = 'New' and not escalated");
    }
}
