using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.ServiceDefaults.Persistence;

namespace Xinfang.Training.Api.Bank;

/// <summary>题型.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QuestionKind>))]
internal enum QuestionKind
{
    /// <summary>单选.</summary>
    Single,

    /// <summary>多选.</summary>
    Multiple,

    /// <summary>判断.</summary>
    TrueFalse,

    /// <summary>填日期.</summary>
    Date,

    /// <summary>排顺序.</summary>
    Order,

    /// <summary>简答, marked by a person.</summary>
    Short,
}

/// <summary>Whether a question may be drawn.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QuestionState>))]
internal enum QuestionState
{
    /// <summary>待审: written, a second person has not looked yet.</summary>
    Draft,

    /// <summary>在用.</summary>
    Active,

    /// <summary>停用: kept, because exams were held with it.</summary>
    Retired,
}

/// <summary>What is asked and what is right.</summary>
/// <param name="Stem">The question.</param>
/// <param name="Options">Choices, or the steps in their right order; empty for dates and short answers.</param>
/// <param name="Right">Indexes of the right options; for an order 0, 1, 2 …</param>
/// <param name="Explanation">Why, in plain words.</param>
/// <param name="Day">The right day of a date question.</param>
/// <param name="Model">参考答案 and what gives points, of a short answer.</param>
internal sealed record QuestionContent(string Stem, IReadOnlyList<string> Options, IReadOnlyList<int> Right, string Explanation, DateOnly? Day = null, string? Model = null);

/// <summary>题目: one version. What has been asked is never changed; a change is a new version of the same series.</summary>
internal sealed class Question
{
    public required Guid Id { get; init; }

    /// <summary>The source rule of a generated question (term/completion/length), or hand/ and an id.</summary>
    public required string Series { get; init; }

    /// <summary>From 1 within its series.</summary>
    public required int Version { get; init; }

    /// <summary>Made from the law's own data.</summary>
    public required bool Generated { get; init; }

    public required QuestionKind Kind { get; set; }

    /// <summary>1 easy, 2 middle, 3 hard: the author's estimate; <see cref="Exams.ItemStatistics"/> tells how it came out.</summary>
    public required int Difficulty { get; set; }

    public required string Competency { get; set; }

    /// <summary>The provision, for people: 《信访工作条例》第三十四条.</summary>
    public required string Basis { get; set; }

    public required QuestionContent Content { get; set; }

    /// <summary>Changes with everything that is asked.</summary>
    public required string Digest { get; set; }

    public required QuestionState State { get; set; }

    /// <summary>Account of the author, or system.</summary>
    public required string By { get; set; }

    public required DateTimeOffset WrittenAt { get; set; }
    public string? ReviewedBy { get; set; }
    public DateTimeOffset? ReviewedAt { get; set; }
    public DateTimeOffset? RetiredAt { get; set; }
    public string? RetiredBecause { get; set; }
    public uint Row { get; private init; }

    /// <summary>Twelve hexadecimal digits over everything that is asked.</summary>
    public static string DigestOf(QuestionKind kind, int difficulty, string competency, string basis, QuestionContent content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}|{difficulty}|{competency}|{basis}|{JsonColumn.Write(content)}")))[..12];

    /// <summary>停用.</summary>
    public void Retire(string because, DateTimeOffset at) => (State, RetiredBecause, RetiredAt) = (QuestionState.Retired, because, at);
}

internal sealed class QuestionMapping : IEntityTypeConfiguration<Question>
{
    public void Configure(EntityTypeBuilder<Question> builder)
    {
        builder.ToTable("question").HasKey(question => question.Id);
        builder.Property(question => question.Kind).HasConversion<string>();
        builder.Property(question => question.State).HasConversion<string>();
        builder.Property(question => question.Content).AsJson();
        builder.Property(question => question.Row).IsRowVersion();
        builder.HasIndex(question => new { question.Series, question.Version }).IsUnique();
        builder.HasIndex(question => question.Series, "ix_question_series_active").IsUnique().HasFilter("state = 'Active'");
        builder.HasIndex(question => new { question.State, question.Competency, question.Id });
    }
}
