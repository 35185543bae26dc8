using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.CaseHandling.Domain.Supervising;

namespace Xinfang.CaseHandling.Api.Supervising;

/// <summary>Where a page of a list by day ends.</summary>
internal sealed record PageKey(DateOnly On, Guid Id);

internal static class FiledMapping
{
    public const string Contents = "Contents", Version = "xmin";
}

/// <summary>A table of rows whose words are encrypted.</summary>
internal abstract class FiledMapping<T>(string table) : IEntityTypeConfiguration<T> where T : Filed
{
    public void Configure(EntityTypeBuilder<T> builder)
    {
        builder.ToTable(table).HasKey(filed => filed.Id);
        builder.Property(filed => filed.Id).ValueGeneratedNever();
        builder.Property<uint>(FiledMapping.Version).IsRowVersion();
        builder.Property<byte[]>(FiledMapping.Contents).IsRequired();
        builder.Ignore("File");
        foreach (var property in typeof(T).GetProperties().Where(each => (Nullable.GetUnderlyingType(each.PropertyType) ?? each.PropertyType).IsEnum))
            builder.Property(property.PropertyType, property.Name).HasConversion<string>();
        builder.HasIndex(filed => new { filed.NextOn, filed.Id });
        Index(builder);
    }

    protected virtual void Index(EntityTypeBuilder<T> builder) { }
}

internal sealed class SupervisionMapping() : FiledMapping<Supervision>("supervision")
{
    protected override void Index(EntityTypeBuilder<Supervision> builder)
    {
        builder.HasIndex(each => new { each.PetitionId, each.Round, each.Cause }).IsUnique();
        builder.HasIndex(each => new { each.Organ, each.Status });
    }
}

internal sealed class ViolationMapping() : FiledMapping<Violation>("violation")
{
    protected override void Index(EntityTypeBuilder<Violation> builder)
    {
        builder.HasIndex(each => each.PetitionId);
        builder.HasIndex(each => new { each.Organ, each.FoundOn });
    }
}

internal sealed class ProposalMapping() : FiledMapping<Proposal>("proposal")
{
    protected override void Index(EntityTypeBuilder<Proposal> builder)
    {
        builder.HasIndex(each => each.PetitionId);
        builder.HasIndex(each => new { each.Addressee, each.Status });
    }
}

internal sealed class MeetingMapping() : FiledMapping<Meeting>("meeting")
{
    protected override void Index(EntityTypeBuilder<Meeting> builder)
    {
        builder.Ignore(each => each.Organs);
        builder.Property<List<string>>("_organs").HasColumnName("organs");
    }
}

internal sealed class FollowUpMapping() : FiledMapping<FollowUp>("follow_up")
{
    protected override void Index(EntityTypeBuilder<FollowUp> builder)
    {
        builder.HasIndex(each => new { each.Organ, each.Status });
        builder.HasIndex(each => each.SourceId);
    }
}

internal sealed class MeasureMapping() : FiledMapping<Measure>("measure")
{
    protected override void Index(EntityTypeBuilder<Measure> builder) => builder.HasIndex(each => new { each.Organ, each.Status });
}

internal sealed class CasePackageMapping() : FiledMapping<CasePackage>("case_package")
{
    protected override void Index(EntityTypeBuilder<CasePackage> builder)
    {
        builder.HasIndex(each => each.PetitionId).IsUnique().HasFilter("status <> 'Closed'");
        builder.HasIndex(each => new { each.Leader, each.Status });
    }
}

internal sealed class ReceptionDayMapping() : FiledMapping<ReceptionDay>("reception_day")
{
    protected override void Index(EntityTypeBuilder<ReceptionDay> builder)
    {
        builder.Ignore(each => each.Organs);
        builder.Property<List<string>>("_organs").HasColumnName("organs");
        builder.HasIndex(each => new { each.On, each.Status });
    }
}

/// <summary>The last number given, per kind and year of the office's letters. Only written by <see cref="CaseHandlingDb.NumberAsync"/>.</summary>
internal sealed class LetterRegister
{
    public required string Kind { get; init; }
    public required int Year { get; init; }
    public required int Last { get; init; }
}

internal sealed class LetterRegisterMapping : IEntityTypeConfiguration<LetterRegister>
{
    public void Configure(EntityTypeBuilder<LetterRegister> builder) => builder.ToTable("letter_register").HasKey(register => new { register.Kind, register.Year });
}
