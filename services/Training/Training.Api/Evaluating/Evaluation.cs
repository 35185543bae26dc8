using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Law;
using Xinfang.Training.Api.Study;

namespace Xinfang.Training.Api.Evaluating;

/// <summary>What is asked about a session.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EvaluationQuestion>))]
internal enum EvaluationQuestion
{
    /// <summary>对工作有用.</summary>
    Useful,

    /// <summary>讲得清楚.</summary>
    Clear,

    /// <summary>难易合适.</summary>
    Fitting,
}

/// <summary>
/// 培训评价. Of the answers only sums are kept: no row leads from a score to a person, not even in the database. Who has evaluated stands beside it, so that nobody
/// does it twice. The averages are told after the last day, not before: who watches them grow could subtract one person's answer from the next.
/// </summary>
internal static class Evaluation
{
    /// <summary>Fewer answers are not told (本区设定).</summary>
    public const int Least = 5;

    /// <summary>Days after the end in which a session can be evaluated (本区设定).</summary>
    public const int Days = 14;

    public const int Lowest = 1, Highest = 5;

    public static DateTimeOffset Until(Session session) => session.Plan.EndsAt.AddDays(Days);

    /// <summary>Why a session cannot be evaluated now by somebody who attended it.</summary>
    public static Refusal? Refuses(Session session, DateTimeOffset now) => session.Cancelled ? StudyRefusals.SessionCancelled : now < session.Plan.EndsAt ? EvaluationRefusals.NotOver : now > Until(session) ? EvaluationRefusals.Closed : null;
}

/// <summary>How often a score was given.</summary>
internal sealed class EvaluationCount
{
    public required Guid SessionId { get; init; }
    public required EvaluationQuestion Question { get; init; }
    public required int Score { get; init; }
    public required int Count { get; init; }
}

/// <summary>Who has evaluated; not what, and not when.</summary>
internal sealed class Evaluated
{
    public required Guid SessionId { get; init; }
    public required string Account { get; init; }
}

internal sealed class EvaluationCountMapping : IEntityTypeConfiguration<EvaluationCount>
{
    public void Configure(EntityTypeBuilder<EvaluationCount> builder)
    {
        builder.ToTable("evaluation_count").HasKey(each => new { each.SessionId, each.Question, each.Score });
        builder.Property(each => each.Question).HasConversion<string>();
        builder.HasOne<Session>().WithMany().HasForeignKey(each => each.SessionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EvaluatedMapping : IEntityTypeConfiguration<Evaluated>
{
    public void Configure(EntityTypeBuilder<Evaluated> builder)
    {
        builder.ToTable("evaluated").HasKey(each => new { each.SessionId, each.Account });
        builder.HasIndex(each => each.Account);
        builder.HasOne<Session>().WithMany().HasForeignKey(each => each.SessionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal static class EvaluationRefusals
{
    public static readonly Refusal NotAttended = new("evaluation.not-attended", "签过到的人才能评价。", null, RefusalKind.Forbidden);
    public static readonly Refusal NotOver = new("evaluation.not-over", "培训结束以后才能评价。");
    public static readonly Refusal Closed = new("evaluation.closed", "结束14天以后不再收评价（本区设定）。");
    public static readonly Refusal Done = new("evaluation.done", "这一场您评价过了。评价不记名，也就不能改。");
}
