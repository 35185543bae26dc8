namespace Xinfang.Training.Api.Exams;

/// <summary>What the database has counted of a question.</summary>
/// <param name="Mean">Points reached, on average.</param>
/// <param name="Correlation">With all other points of the same sheet; null where nobody differs.</param>
internal sealed record ItemSums(Guid Question, int Sittings, double Mean, double? Correlation);

/// <summary>How one question came out, of classical test theory.</summary>
/// <param name="Sittings">n: first attempts that had it.</param>
/// <param name="Difficulty">p: share of its points that was reached; 1 is easy. Null without anybody.</param>
/// <param name="Discrimination">Point-biserial correlation with the rest of the paper (corrected), -1 to 1. Null below <see cref="Least"/> or where nobody differs.</param>
internal sealed record ItemStatistic(int Sittings, double? Difficulty, double? Discrimination)
{
    /// <summary>Fewer people say nothing about discrimination.</summary>
    public const int Least = 10;

    /// <summary>What a person should look at: harder than guessing, or better people fail it.</summary>
    public string? Remark => Discrimination is < 0.1 ? "区分不出会不会，请看题目" : Difficulty is < 0.2 ? "太难" : Difficulty is > 0.95 ? "太容易" : null;

    /// <param name="worth">Its points.</param>
    public static ItemStatistic Of(ItemSums? sums, double worth) => sums is null ? new(0, null, null)
        : new(sums.Sittings, Math.Round(sums.Mean / worth, 3), sums.Sittings >= Least && sums.Correlation is { } value ? Math.Round(value, 3) : null);
}
