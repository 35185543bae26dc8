using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>Who else is part of it and how it was brought (arts. 19, 20). Written only where there is something to say.</summary>
internal sealed class Participants
{
    public required PetitionId PetitionId { get; init; }

    /// <summary>信访人数.</summary>
    public required int People { get; init; }

    /// <summary>代表; 0 where it is no visit by several people.</summary>
    public required int Representatives { get; init; }

    /// <summary>口头提出, read back and confirmed.</summary>
    public required bool Oral { get; init; }

    /// <summary>越级访: the organ it should have been brought to first.</summary>
    public string? StepUpOrgan { get; init; }

    /// <summary><see cref="ParticipantsContent"/>, encrypted for this petition.</summary>
    public required byte[] Content { get; init; }
}

internal sealed class ParticipantsMapping : IEntityTypeConfiguration<Participants>
{
    public void Configure(EntityTypeBuilder<Participants> builder) => builder.ToTable("participants").HasKey(p => p.PetitionId);
}
