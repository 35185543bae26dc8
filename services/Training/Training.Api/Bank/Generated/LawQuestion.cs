using System.Security.Cryptography;
using System.Text;
using Xinfang.Law;

namespace Xinfang.Training.Api.Bank.Generated;

/// <summary>A question made from a rule of the law's own data.</summary>
/// <param name="Rule">The rule's stable identity; when its content changes the old version is retired and a new one issued.</param>
/// <param name="Holds">What the law engine says of an option, by index; null for dates and orders.</param>
/// <param name="IsTheDay">What the law engine says of a day, for date questions.</param>
internal sealed record LawQuestion(
    string Rule, QuestionKind Kind, int Difficulty, string Competency, string Basis, QuestionContent Content,
    Func<int, bool>? Holds = null, Func<DateOnly, bool>? IsTheDay = null)
{
    /// <inheritdoc cref="Question.DigestOf"/>
    public string Digest => Question.DigestOf(Kind, Difficulty, Competency, Basis, Content);
}

/// <summary>The data from which questions are made; another instance of any of it makes other questions.</summary>
/// <param name="Today">Versions of terms in force on this day are asked.</param>
internal sealed record LawData(TermTable Terms, LegalCalendar Calendar, DateOnly Today);

/// <summary>Builds choices whose right answer the engine decides, never the author.</summary>
internal static class Asking
{
    /// <summary>A single choice: the engine's answer among others that it refuses. Null where no other can be offered, or the engine takes two.</summary>
    public static LawQuestion? Single<T>(
        string rule, int difficulty, string competency, string basis, string stem, string explanation,
        IEnumerable<T> candidates, Func<T, string> text, Func<T, bool> holds, int options = 4)
    {
        var all = candidates.DistinctBy(text).OrderBy(each => Place(rule, text(each)), StringComparer.Ordinal).ToList();
        var right = all.Where(holds).ToList();
        var wrong = all.Where(each => !holds(each)).Take(options - 1).ToList();
        if (right.Count != 1 || wrong.Count == 0) return null;
        List<T> offered = [.. wrong.Append(right[0]).OrderBy(each => Place($"{rule}/offered", text(each)), StringComparer.Ordinal)];
        return new(rule, QuestionKind.Single, difficulty, competency, basis,
            new(stem, [.. offered.Select(text)], [offered.IndexOf(right[0])], explanation), at => holds(offered[at]));
    }

    /// <summary>A multiple choice: every option is judged by itself; at least one is right and one wrong.</summary>
    public static LawQuestion? Multiple<T>(
        string rule, int difficulty, string competency, string basis, string stem, string explanation,
        IReadOnlyList<T> options, Func<T, string> text, Func<T, bool> holds)
    {
        var right = Enumerable.Range(0, options.Count).Where(at => holds(options[at])).ToList();
        return right.Count == 0 || right.Count == options.Count ? null
            : new(rule, QuestionKind.Multiple, difficulty, competency, basis, new(stem, [.. options.Select(text)], right, explanation), at => holds(options[at]));
    }

    /// <summary>A statement that the engine finds true or false.</summary>
    public static LawQuestion TrueFalse(string rule, int difficulty, string competency, string basis, string statement, string explanation, Func<bool> isTrue) =>
        new(rule, QuestionKind.TrueFalse, difficulty, competency, basis, new(statement, ["对", "错"], [isTrue() ? 0 : 1], explanation), at => isTrue() == (at == 0));

    // An order that depends on the rule alone: the same data make the same question again.
    private static string Place(string rule, string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{rule}|{text}")));
}
