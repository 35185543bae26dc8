using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinfang.Outreach.Api.Quizzes;

/// <summary>Before or after people were taught.</summary>
internal enum QuizPhase { Before, After }

/// <summary>场次: where and when a quiz is asked. Its code stands in the QR codes hung up there; it says nothing about who answers.</summary>
internal sealed class QuizSession
{
    public required string Code { get; init; }
    public required Guid MaterialId { get; init; }

    /// <summary>五马路社区党群服务中心.</summary>
    public required string Place { get; init; }

    /// <summary>The activity it belongs to, where there is one.</summary>
    public Guid? ActivityId { get; init; }

    public required DateOnly From { get; init; }
    public required DateOnly Until { get; init; }
    public required string OpenedBy { get; init; }
}

/// <summary>Sheets counted: of a version in a session and phase, how many were handed in and how many were all right. No sheet is kept.</summary>
internal sealed class QuizCount
{
    public required Guid MaterialId { get; init; }
    public required int Version { get; init; }

    /// <summary>Code of the session; "" for the page on the web.</summary>
    public required string Session { get; init; }

    public required QuizPhase Phase { get; init; }

    /// <summary>Place of the question from 0; -1 for the whole sheet.</summary>
    public required int Question { get; init; }

    public required int Asked { get; init; }
    public required int Right { get; init; }
}

/// <summary>That a sheet was counted, for a day: the second click changes nothing. A number the browser's page carried, no person.</summary>
internal sealed class QuizSheet
{
    public required Guid Id { get; init; }
    public required string Session { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed class QuizSessionMapping : IEntityTypeConfiguration<QuizSession>
{
    public void Configure(EntityTypeBuilder<QuizSession> builder)
    {
        builder.ToTable("quiz_session").HasKey(session => session.Code);
        builder.HasIndex(session => new { session.From, session.Code }).IsDescending();
        builder.HasIndex(session => session.ActivityId);
        builder.HasIndex(session => session.Until);
    }
}

internal sealed class QuizCountMapping : IEntityTypeConfiguration<QuizCount>
{
    public void Configure(EntityTypeBuilder<QuizCount> builder)
    {
        builder.ToTable("quiz_count").HasKey(count => new { count.MaterialId, count.Version, count.Session, count.Phase, count.Question });
        builder.Property(count => count.Phase).HasConversion<string>();
        builder.HasIndex(count => count.Session);
    }
}

internal sealed class QuizSheetMapping : IEntityTypeConfiguration<QuizSheet>
{
    public void Configure(EntityTypeBuilder<QuizSheet> builder)
    {
        builder.ToTable("quiz_sheet").HasKey(sheet => sheet.Id);
        builder.HasIndex(sheet => new { sheet.Session, sheet.At });
        builder.HasIndex(sheet => sheet.At);
    }
}
