using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.Training.Api.Bank;

namespace Xinfang.Training.Api.Exams;

/// <summary>应考: one person's attempt at an exam. Who it is, is an account; the time left is the server's.</summary>
internal sealed class Sitting
{
    public required Guid Id { get; init; }
    public required Guid ExamId { get; init; }
    public required string Account { get; init; }
    public required string Organ { get; init; }
    public required int Attempt { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>The questions in this person's order.</summary>
    public required Paper Sheet { get; init; }

    /// <summary>交卷, by the person or by the end of the time.</summary>
    public DateTimeOffset? HandedInAt { get; set; }

    /// <summary>得分, percent of all points; null until everything is marked.</summary>
    public decimal? Percent { get; set; }

    public bool? Passed { get; set; }
    public uint Row { get; private init; }

    public bool Runs(DateTimeOffset now) => HandedInAt is null && now < EndsAt;

    /// <summary>Why an answer is not taken now; null when it is.</summary>
    public Refusal? RefusesAnswers(DateTimeOffset now) => HandedInAt is not null && HandedInAt < EndsAt ? Refusals.HandedIn : !Runs(now) ? Refusals.TimeIsOver : null;

    /// <summary>交卷: what a program can mark is marked, unanswered questions have no points.</summary>
    /// <param name="answers">What was saved.</param>
    /// <param name="questions">The questions of the sheet.</param>
    /// <returns>Rows for questions that were not answered.</returns>
    public IReadOnlyList<SittingAnswer> HandIn(IReadOnlyList<SittingAnswer> answers, IReadOnlyDictionary<Guid, Question> questions, int passPercent, DateTimeOffset now)
    {
        HandedInAt = now < EndsAt ? now : EndsAt;
        List<SittingAnswer> empty = [];
        for (var number = 1; number <= Sheet.Items.Count; number++)
        {
            var item = Sheet.Items[number - 1];
            if (answers.FirstOrDefault(answer => answer.Number == number) is { } answer)
                answer.Points = Marking.Points(questions[item.Question], answer.Given, item.Points);
            else
                empty.Add(new() { SittingId = Id, Number = number, QuestionId = item.Question, Given = Given.Nothing, Revision = 0, SavedAt = HandedInAt.Value, Points = 0 });
        }
        Count([.. answers, .. empty], passPercent);
        return empty;
    }

    /// <summary>The result, once nothing waits for a person's mark.</summary>
    public void Count(IReadOnlyList<SittingAnswer> answers, int passPercent)
    {
        var most = Sheet.Items.Sum(item => item.Points);
        if (answers.Any(answer => answer.Points is null) || most == 0) return;
        Percent = Math.Round(100 * answers.Sum(answer => answer.Points!.Value) / most, 1, MidpointRounding.AwayFromZero);
        Passed = Percent >= passPercent;
    }
}

/// <summary>What was answered to one question; the options by their place in the question, not on the sheet.</summary>
internal sealed record Given(IReadOnlyList<int>? Options = null, DateOnly? Day = null, string? Text = null)
{
    public static readonly Given Nothing = new();

    public bool Same(Given other) => Day == other.Day && (Text ?? "") == (other.Text ?? "") && (Options ?? []).SequenceEqual(other.Options ?? []);
}

/// <summary>答案: saved one by one. The revision tells two windows apart.</summary>
internal sealed class SittingAnswer
{
    public required Guid SittingId { get; init; }

    /// <summary>From 1, on the sheet.</summary>
    public required int Number { get; init; }

    public required Guid QuestionId { get; init; }
    public required Given Given { get; init; }
    public required int Revision { get; init; }
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>Null until marked.</summary>
    public decimal? Points { get; set; }

    /// <summary>Account of who marked a short answer.</summary>
    public string? MarkedBy { get; set; }
}

internal sealed class SittingMapping : IEntityTypeConfiguration<Sitting>
{
    public void Configure(EntityTypeBuilder<Sitting> builder)
    {
        builder.ToTable("sitting").HasKey(sitting => sitting.Id);
        builder.Property(sitting => sitting.Sheet).AsJson();
        builder.Property(sitting => sitting.Percent).HasPrecision(5, 1);
        builder.Property(sitting => sitting.Row).IsRowVersion();
        builder.HasIndex(sitting => new { sitting.ExamId, sitting.Account, sitting.Attempt }).IsUnique();
        builder.HasIndex(sitting => new { sitting.Account, sitting.Id });
        builder.HasIndex(sitting => sitting.EndsAt).HasFilter("handed_in_at is null");
        builder.HasOne<Exam>().WithMany().HasForeignKey(sitting => sitting.ExamId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SittingAnswerMapping : IEntityTypeConfiguration<SittingAnswer>
{
    public void Configure(EntityTypeBuilder<SittingAnswer> builder)
    {
        builder.ToTable("sitting_answer").HasKey(answer => new { answer.SittingId, answer.Number });
        builder.Property(answer => answer.Given).AsJson();
        builder.Property(answer => answer.Points).HasPrecision(6, 2);
        builder.HasIndex(answer => answer.QuestionId);
        builder.HasOne<Sitting>().WithMany().HasForeignKey(answer => answer.SittingId).OnDelete(DeleteBehavior.Restrict);
    }
}
