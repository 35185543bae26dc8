namespace Xinfang.Training.Api.Bank.Generated;

/// <summary>Every question that the law's own data make.</summary>
internal static class LawQuestions
{
    /// <summary>In a stable order; the same data make the same questions.</summary>
    public static IReadOnlyList<LawQuestion> Of(LawData law) =>
        [.. TermQuestions.Of(law).Concat(RoadQuestions.Of(law)).Concat(BodyQuestions.Of(law)).OfType<LawQuestion>().OrderBy(question => question.Rule, StringComparer.Ordinal)];
}

/// <summary>What a new state of the law changes in the bank.</summary>
/// <param name="Issue">Rules without a question in use, or whose question asks something else now.</param>
/// <param name="Retire">Series in use that are no longer right, and why.</param>
internal sealed record Reissue(IReadOnlyList<LawQuestion> Issue, IReadOnlyList<(string Series, string Because)> Retire)
{
    public const string Changed = "规则变了，已换新题", Gone = "规则不再有";

    /// <summary>Compares what is in use with what the law makes now.</summary>
    /// <param name="inUse">Digest of each generated question in use, by series.</param>
    public static Reissue Plan(IReadOnlyDictionary<string, string> inUse, IReadOnlyList<LawQuestion> now)
    {
        var byRule = now.ToDictionary(question => question.Rule, StringComparer.Ordinal);
        return new(
            [.. now.Where(question => inUse.GetValueOrDefault(question.Rule) != question.Digest)],
            [
                .. inUse.Where(known => !byRule.TryGetValue(known.Key, out var question) || question.Digest != known.Value)
                    .Select(known => (known.Key, byRule.ContainsKey(known.Key) ? Changed : Gone)).OrderBy(known => known.Key, StringComparer.Ordinal),
            ]);
    }
}
