using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>打击报复的反映 (arts. 18, 46(6)): read by the head of the office and the disciplinary organ.</summary>
internal sealed class RetaliationComplaint
{
    public required Guid Id { get; init; }
    public required PetitionId PetitionId { get; init; }
    public required byte[] Text { get; init; }
    public required DateTimeOffset At { get; init; }
    public byte[]? Measure { get; set; }
    public string? MeasuredBy { get; set; }
    public DateTimeOffset? MeasuredAt { get; set; }
}

internal sealed class RetaliationComplaintMapping : IEntityTypeConfiguration<RetaliationComplaint>
{
    public void Configure(EntityTypeBuilder<RetaliationComplaint> builder)
    {
        builder.ToTable("retaliation_complaint").HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<Petition>().WithMany().HasForeignKey(r => r.PetitionId);
    }
}
