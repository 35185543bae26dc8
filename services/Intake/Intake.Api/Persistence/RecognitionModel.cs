using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>What is proposed of a petition: 性质, 内容分类, 办理单位, 途径.</summary>
internal enum Question { Category, Content, Organ, Road }

/// <summary>模型版本: what was learnt from the office's own decisions up to a day, and how well it judges what it had not learnt from. Never changed.</summary>
internal sealed class RecognitionModel
{
    public required Question Question { get; init; }

    /// <summary>1, 2, … by question; 0 is the keyword lexicon, which has no row.</summary>
    public required int Version { get; init; }

    public required Guid Id { get; init; }
    public required DateTimeOffset LearnedAt { get; init; }

    /// <summary>How many decisions it learnt from.</summary>
    public required int Examples { get; init; }

    public required double MacroF1 { get; init; }
    public required double Accuracy { get; init; }
    public required double Top2 { get; init; }
    public required double CalibrationError { get; init; }

    /// <summary>Of the decisions that the former one had not seen: how many, and the share that each proposed as the office decided.</summary>
    public required int NewDecisions { get; init; }
    public required double RightOnNew { get; init; }
    public required double FormerRightOnNew { get; init; }

    /// <summary>By label, as JSON: codes and numbers.</summary>
    public required string Labels { get; init; }

    /// <summary>The categorizer, encrypted like people's data: hashed features of their words, which is still something of them.</summary>
    public required byte[] Content { get; init; }
}

internal sealed class RecognitionModelMapping : IEntityTypeConfiguration<RecognitionModel>
{
    public void Configure(EntityTypeBuilder<RecognitionModel> builder)
    {
        builder.ToTable("recognition_model").HasKey(m => new { m.Question, m.Version });
        builder.Property(m => m.Version).ValueGeneratedNever();
        builder.Property(m => m.Labels).HasColumnType("jsonb");
    }
}

/// <summary>Which version answers from when on. Only added to: the newest row of a question counts.</summary>
internal sealed class ModelUse
{
    public long Position { get; private init; }
    public required Question Question { get; init; }

    /// <summary>0: the keyword lexicon.</summary>
    public required int Version { get; init; }

    /// <summary>An account, or <see cref="Recording.System"/> where it was put in use because it is better.</summary>
    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class ModelUseMapping : IEntityTypeConfiguration<ModelUse>
{
    public void Configure(EntityTypeBuilder<ModelUse> builder)
    {
        builder.ToTable("model_use").HasKey(u => u.Position);
        builder.Property(u => u.Position).UseIdentityAlwaysColumn();
        builder.HasIndex(u => new { u.Question, u.Position });
    }
}

/// <summary>The first proposal that a clerk was shown of a petition, by version: codes, no text. Goes with the dossier when that is sealed (art. 30).</summary>
internal sealed class ShownProposal
{
    public required PetitionId PetitionId { get; init; }
    public required Question Question { get; init; }
    public required int Version { get; init; }

    /// <summary>Code of what was proposed first.</summary>
    public required string Value { get; init; }

    public required double Confidence { get; init; }
    public required DateTimeOffset ShownAt { get; init; }
}

internal sealed class ShownProposalMapping : IEntityTypeConfiguration<ShownProposal>
{
    public void Configure(EntityTypeBuilder<ShownProposal> builder)
    {
        builder.ToTable("shown_proposal").HasKey(s => new { s.PetitionId, s.Question, s.Version });
        builder.Property(s => s.Version).ValueGeneratedNever();
        builder.HasOne<Dossier>().WithMany().HasForeignKey(s => s.PetitionId).OnDelete(DeleteBehavior.Cascade);
    }
}
