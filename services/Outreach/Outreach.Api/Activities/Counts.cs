using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinfang.Outreach.Api.Activities;

/// <summary>发放资料: how many of a kind went out, how many came back.</summary>
internal sealed class MaterialIssue
{
    public required Guid ActivityId { get; init; }
    public required string Kind { get; init; }
    public required int Issued { get; init; }
    public required int Returned { get; init; }
}

/// <summary>现场咨询: how many asked about a topic. Nothing about who asked.</summary>
internal sealed class ConsultationCount
{
    public required Guid ActivityId { get; init; }
    public required string Topic { get; init; }
    public required int Count { get; init; }
}

internal sealed class MaterialIssueMapping : IEntityTypeConfiguration<MaterialIssue>
{
    public void Configure(EntityTypeBuilder<MaterialIssue> builder)
    {
        builder.ToTable("material_issue").HasKey(each => new { each.ActivityId, each.Kind });
        builder.HasOne<Activity>().WithMany().HasForeignKey(each => each.ActivityId);
    }
}

internal sealed class ConsultationCountMapping : IEntityTypeConfiguration<ConsultationCount>
{
    public void Configure(EntityTypeBuilder<ConsultationCount> builder)
    {
        builder.ToTable("consultation_count").HasKey(each => new { each.ActivityId, each.Topic });
        builder.HasOne<Activity>().WithMany().HasForeignKey(each => each.ActivityId);
    }
}
