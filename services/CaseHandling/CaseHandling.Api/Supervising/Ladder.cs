using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Xinfang.CaseHandling.Domain;
using Xinfang.ServiceDefaults.Messaging;

namespace Xinfang.CaseHandling.Api.Supervising;

/// <summary>A step that was told.</summary>
internal sealed record ToldStep(string Term, DateOnly DueOn, int Percent, DateOnly On);

/// <summary>How far the warnings of a petition's terms have gone, and when to look next. A row of its own, so that telling never meets an officer's edit.</summary>
internal sealed class Ladder
{
    public required PetitionId PetitionId { get; init; }

    /// <summary>The next day on which a step is reached; the smallest date means that the dates may have moved.</summary>
    public DateOnly NextOn { get; set; } = DateOnly.MinValue;

    /// <summary>Oldest first.</summary>
    public List<ToldStep> Told { get; set; } = [];
}

internal sealed class LadderMapping : IEntityTypeConfiguration<Ladder>
{
    public void Configure(EntityTypeBuilder<Ladder> builder)
    {
        builder.ToTable("ladder").HasKey(ladder => ladder.PetitionId);
        builder.Property(ladder => ladder.PetitionId).ValueGeneratedNever();
        builder.Property(ladder => ladder.Told).HasColumnType("jsonb").HasConversion(new StepsConverter(), new StepsComparer());
        builder.HasIndex(ladder => new { ladder.NextOn, ladder.PetitionId });
    }

    private sealed class StepsConverter() : ValueConverter<List<ToldStep>, string>(
        steps => JsonSerializer.Serialize(steps, MessageTypes.Json),
        text => JsonSerializer.Deserialize<List<ToldStep>>(text, MessageTypes.Json)!);

    private sealed class StepsComparer() : ValueComparer<List<ToldStep>>(
        (one, other) => one!.SequenceEqual(other!), steps => steps.Count, steps => steps.ToList());
}
