using System.Security.Cryptography;
using System.Text;
using Xinfang.Law;
using Xinfang.Training.Api.Bank;

namespace Xinfang.Training.Api.Exams;

/// <summary>What the draw has to know of a question in use.</summary>
internal sealed record Drawable(Guid Id, string Series, string Competency, int Difficulty, QuestionKind Kind);

/// <summary>随机组卷: by seed, so that anybody can draw it again, and nobody can foresee it without the seed.</summary>
internal static class Drawing
{
    /// <summary>A paper by the blueprint; no question twice.</summary>
    public static Result<Paper> Draw(IReadOnlyList<BlueprintLine> blueprint, IReadOnlyList<Drawable> bank, string seed)
    {
        List<PaperItem> items = [];
        HashSet<Guid> taken = [];
        // The narrow lines first: a wide one must not take what a narrow one needs.
        foreach (var line in blueprint.OrderByDescending(each => (each.Difficulty is null ? 0 : 1) + (each.Kind is null ? 0 : 1)))
        {
            var fits = bank.Where(question => !taken.Contains(question.Id) && question.Competency == line.Competency
                && (line.Difficulty is null || question.Difficulty == line.Difficulty) && (line.Kind is null || question.Kind == line.Kind)).ToList();
            if (fits.Count < line.Count) return Refusals.TooFewQuestions(Competencies.NameOf(line.Competency), line.Count, fits.Count);
            foreach (var question in Shuffle(fits, each => each.Id.ToString("N"), seed).Take(line.Count))
            {
                taken.Add(question.Id);
                items.Add(new(question.Id, line.Points));
            }
        }
        return new Paper(items);
    }

    /// <summary>The items in an order that depends on the seed alone.</summary>
    public static IReadOnlyList<T> Shuffle<T>(IEnumerable<T> items, Func<T, string> idOf, string seed) =>
        [.. items.OrderBy(item => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{idOf(item)}"))), StringComparer.Ordinal)];

    /// <summary>The indexes of so many options in the order in which one person sees them at one question.</summary>
    public static IReadOnlyList<int> Options(int many, Guid question, Guid sitting) =>
        Shuffle(Enumerable.Range(0, many), at => at.ToString(System.Globalization.CultureInfo.InvariantCulture), $"{sitting:N}|{question:N}");
}
