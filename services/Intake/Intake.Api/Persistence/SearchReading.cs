using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>按人检索留痕: who looked for a person, when and what for. Of the person only what dossiers are found by: keyed hashes. Added to, never changed.</summary>
internal sealed class SearchReading
{
    public required Guid Id { get; init; }
    public required string Account { get; init; }
    public required string Organ { get; init; }
    public required DateTimeOffset At { get; init; }
    public required SearchPurpose Purpose { get; init; }
    public byte[]? NameHash { get; init; }
    public byte[]? PhoneHash { get; init; }
    public byte[]? IdentityHash { get; init; }
}

internal sealed class SearchReadingMapping : IEntityTypeConfiguration<SearchReading>
{
    public void Configure(EntityTypeBuilder<SearchReading> builder)
    {
        builder.ToTable("search_reading").HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
    }
}
