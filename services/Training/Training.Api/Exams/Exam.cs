using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.Training.Api.Bank;

namespace Xinfang.Training.Api.Exams;

/// <summary>How far an exam is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExamState>))]
internal enum ExamState
{
    /// <summary>正在设.</summary>
    Draft,

    /// <summary>已开放: its papers are drawn, nothing of it changes any more.</summary>
    Open,

    /// <summary>已取消.</summary>
    Cancelled,
}

/// <summary>One line of a blueprint (命题蓝图): so many questions of a competency, each worth so many points.</summary>
/// <param name="Difficulty">1 to 3; null takes any.</param>
/// <param name="Kind">Null takes any.</param>
internal sealed record BlueprintLine(string Competency, int Count, decimal Points, int? Difficulty = null, QuestionKind? Kind = null);

/// <summary>A question on a paper.</summary>
internal sealed record PaperItem(Guid Question, decimal Points);

/// <summary>试卷: of one attempt; everybody has the same questions in an order of their own.</summary>
internal sealed record Paper(IReadOnlyList<PaperItem> Items);

/// <summary>What the trainer sets.</summary>
/// <param name="PassPercent">及格线, percent of all points.</param>
/// <param name="Attempts">How often one may sit it, re-sits included (本区设定).</param>
/// <param name="Organs">For whom; empty for all.</param>
internal sealed record ExamPlan(
    string Title, int Minutes, int PassPercent, int Attempts, DateTimeOffset OpensAt, DateTimeOffset ClosesAt, IReadOnlyList<BlueprintLine> Blueprint, IReadOnlyList<string> Organs);

/// <summary>The plan as one column.</summary>
internal sealed record Papers(IReadOnlyList<Paper> Of);

/// <summary>考试.</summary>
internal sealed class Exam
{
    public required Guid Id { get; init; }
    public required ExamPlan Plan { get; set; }
    public required ExamState State { get; set; }

    /// <summary>Draws the papers; drawn again from the same bank they are the same.</summary>
    public required string Seed { get; init; }

    /// <summary>One per attempt, from the opening on.</summary>
    public Papers Papers { get; set; } = new([]);

    public required string By { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }
    public required DateTimeOffset ClosesAt { get; set; }
    public uint Row { get; private init; }

    public bool IsFor(string organ) => Plan.Organs.Count == 0 || Plan.Organs.Contains(organ);

    /// <summary>设考试 anew, while it is a draft.</summary>
    public Refusal? Change(ExamPlan plan, DateTimeOffset now)
    {
        if (State is not ExamState.Draft) return Refusals.ExamNotDraft;
        if (plan.ClosesAt <= plan.OpensAt || plan.ClosesAt <= now) return Refusals.ExamWindow;
        (Plan, ClosesAt) = (plan, plan.ClosesAt);
        return null;
    }

    /// <summary>开放: the papers are drawn now and stay.</summary>
    public Refusal? Open(IReadOnlyList<Drawable> bank, DateTimeOffset now)
    {
        if (State is not ExamState.Draft) return Refusals.ExamNotDraft;
        if (Plan.ClosesAt <= now) return Refusals.ExamWindow;
        List<Paper> papers = [];
        for (var attempt = 1; attempt <= Plan.Attempts; attempt++)
        {
            if (Drawing.Draw(Plan.Blueprint, bank, $"{Seed}|{attempt}").Refused(out var refusal, out var paper)) return refusal;
            papers.Add(paper);
        }
        (Papers, State) = (new(papers), ExamState.Open);
        return null;
    }

    /// <summary>参加考试: the next attempt of a person, or why there is none.</summary>
    /// <param name="earlier">The person's attempts, all handed in or out of time.</param>
    public Result<Sitting> Sit(string account, string organ, IReadOnlyList<Sitting> earlier, DateTimeOffset now)
    {
        if (!IsFor(organ)) return Refusals.NotInvited;
        if (State is not ExamState.Open || now < Plan.OpensAt || now >= Plan.ClosesAt) return Refusals.ExamNotOpen;
        if (earlier.Any(sitting => sitting.Passed is true)) return Refusals.Passed;
        if (earlier.Any(sitting => sitting.Percent is null)) return Refusals.AwaitingMarks;
        if (earlier.Count >= Plan.Attempts) return Refusals.NoAttemptLeft;

        var (attempt, ends) = (earlier.Count + 1, now.AddMinutes(Plan.Minutes));
        return new Sitting
        {
            Id = Guid.CreateVersion7(),
            ExamId = Id,
            Account = account,
            Organ = organ,
            Attempt = attempt,
            StartedAt = now,
            EndsAt = ends < Plan.ClosesAt ? ends : Plan.ClosesAt,
            Sheet = new([.. Drawing.Shuffle(Papers.Of[attempt - 1].Items, item => item.Question.ToString("N"), $"{Id:N}|{account}|{attempt}")]),
        };
    }
}

internal sealed class ExamMapping : IEntityTypeConfiguration<Exam>
{
    public void Configure(EntityTypeBuilder<Exam> builder)
    {
        builder.ToTable("exam").HasKey(exam => exam.Id);
        builder.Property(exam => exam.State).HasConversion<string>();
        builder.Property(exam => exam.Plan).AsJson();
        builder.Property(exam => exam.Papers).AsJson();
        builder.Property(exam => exam.Row).IsRowVersion();
        builder.HasIndex(exam => new { exam.State, exam.ClosesAt });
    }
}
