using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.CaseHandling.Domain;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Documents.Checks;
using Xinfang.Law;

namespace Xinfang.CaseHandling.Api.Quality;

/// <summary>Who found a defect.</summary>
internal enum DefectSource
{
    /// <summary>The checks, when a draft was sent to the checker.</summary>
    Checks,

    /// <summary>A person of the office, in the monthly sample.</summary>
    Sample,
}

/// <summary>案卷缺陷: one code on one document, by organ and officer. Codes and dates only.</summary>
internal sealed class Defect
{
    public required Guid Id { get; init; }
    public required PetitionId PetitionId { get; init; }
    public required string Organ { get; init; }

    /// <summary>Account of the officer who drafted.</summary>
    public required string Officer { get; init; }

    /// <summary>L01 … of the checks, H01 … of people.</summary>
    public required string Code { get; init; }

    /// <summary>Error or Warning of the checks; Error for people's codes.</summary>
    public required string Severity { get; init; }

    public required int Count { get; init; }
    public required DefectSource Source { get; init; }

    /// <summary>Version of the draft, for the checks.</summary>
    public int? Version { get; init; }

    /// <summary>The document, for a sample.</summary>
    public Guid? DocumentId { get; init; }

    public required DateOnly FoundOn { get; init; }

    /// <summary>Keeps what the checks found in a draft that was sent on, and tells it by code.</summary>
    public static void Note(CaseHandlingDb db, Petition petition, Actor officer, int version, IReadOnlyList<Finding> findings, Moment now)
    {
        foreach (var group in findings.Where(found => found.Severity is not Xinfang.Documents.Checks.Severity.Hint).GroupBy(found => (found.Rule, found.Severity)))
            Note(db, new()
            {
                Id = Guid.CreateVersion7(),
                PetitionId = petition.Id,
                Organ = petition.Organ,
                Officer = officer.Id.Value,
                Code = group.Key.Rule,
                Severity = group.Key.Severity.ToString(),
                Count = group.Count(),
                Source = DefectSource.Checks,
                Version = version,
                FoundOn = now.Date,
            }, now);
    }

    /// <summary>Keeps one defect and tells it.</summary>
    public static void Note(CaseHandlingDb db, Defect defect, Moment now)
    {
        db.Add(defect);
        db.Publish(defect.PetitionId.Value, new DefectFound
        {
            PetitionId = defect.PetitionId.Value,
            Organ = defect.Organ,
            Code = defect.Code,
            Severity = defect.Severity,
            Count = defect.Count,
            Source = defect.Source.ToString(),
            FoundAt = now.At,
        });
    }
}

internal sealed class DefectMapping : IEntityTypeConfiguration<Defect>
{
    public void Configure(EntityTypeBuilder<Defect> builder)
    {
        builder.ToTable("defect").HasKey(defect => defect.Id);
        builder.Property(defect => defect.Source).HasConversion<string>();
        builder.HasIndex(defect => new { defect.FoundOn, defect.Organ });
        builder.HasIndex(defect => defect.PetitionId);
    }
}

/// <summary>抽查: a person of the office has looked at a document of the sample.</summary>
internal sealed class SampleReview
{
    public required Guid DocumentId { get; init; }
    public required PetitionId PetitionId { get; init; }
    public required string ReviewedBy { get; init; }
    public required DateOnly ReviewedOn { get; init; }
    public required int Defects { get; init; }

    /// <summary>What the reviewer wrote, encrypted; null when nothing.</summary>
    public byte[]? Note { get; init; }
}

internal sealed class SampleReviewMapping : IEntityTypeConfiguration<SampleReview>
{
    public void Configure(EntityTypeBuilder<SampleReview> builder) => builder.ToTable("sample_review").HasKey(review => review.DocumentId);
}
