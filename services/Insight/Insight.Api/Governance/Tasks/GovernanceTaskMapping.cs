using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.ServiceDefaults.Persistence;

namespace Xinfang.Insight.Api.Governance.Tasks;

internal sealed class GovernanceTaskMapping : IEntityTypeConfiguration<GovernanceTask>
{
    public void Configure(EntityTypeBuilder<GovernanceTask> builder)
    {
        builder.ToTable("governance_task").HasKey(task => task.Id);
        builder.Property(task => task.Kind).HasConversion<string>();
        builder.Property(task => task.Status).HasConversion<string>();
        builder.Property(task => task.Pillar).HasConversion<string>();
        builder.Property(task => task.Milestones).AsJson();
        builder.Property(task => task.Urgings).AsJson();
        builder.Ignore(task => task.InTime).Ignore(task => task.Basis);
        builder.HasVersion();
        builder.HasIndex(task => new { task.Year, task.DueOn, task.Id });
        builder.HasIndex(task => new { task.Organ, task.Year });
        builder.HasIndex(task => task.MeetingId);
        builder.HasIndex(task => task.RemindOn).HasFilter("remind_on is not null");
    }
}
