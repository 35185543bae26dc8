using System.Globalization;
using System.Text.RegularExpressions;
using Xinfang.Law;

namespace Xinfang.Documents.Checks;

/// <summary>L09, L11, L12: dates.</summary>
internal static partial class Dates
{
    public static IEnumerable<Finding> Check(CheckedDocument document) =>
        Linter.Matches(document, Written(), "L09", Severity.Error, date => $"“{date}”不规范：月、日不补零，写成2026年3月2日。", match => IsPlain(match))
            .Concat(Linter.Matches(document, Otherwise(), "L09", Severity.Error, date => $"“{date}”不规范：写成2026年3月2日。"))
            .Concat(Order(document)).Concat(Promised(document));

    private static IEnumerable<Finding> Order(CheckedDocument document)
    {
        foreach (var (earlier, later) in document.Days.Zip(document.Days.Skip(1)))
            if (later.On < earlier.On)
                yield return new("L11", Severity.Error, 0, 0, "", $"日期先后不对：{later.What}（{ChineseDates.WithYear(later.On)}）早于{earlier.What}（{ChineseDates.WithYear(earlier.On)}）。");
        foreach (var (what, on) in document.Days)
            if (on > document.Today) yield return new("L11", Severity.Error, 0, 0, "", $"{what}的日期{ChineseDates.WithYear(on)}还没有到。");
    }

    // Where a last day is promised, it is the rolled one of a term of this petition.
    private static IEnumerable<Finding> Promised(CheckedDocument document)
    {
        if (document.Terms.Count == 0) yield break;
        foreach (var (number, paragraph) in Linter.Own(document))
        {
            foreach (Match match in Last().Matches(paragraph.Text))
            {
                if (DateOf(match) is not { } day || document.Terms.Any(term => term.DueOn == day)) continue;
                var strict = document.Terms.FirstOrDefault(term => term.StrictDueOn == day);
                yield return new("L12", Severity.Error, number, match.Index, match.Value, strict == default
                    ? $"“{match.Value}”和期限对不上，应当是{string.Join("或者", document.Terms.Select(term => ChineseDates.WithYear(term.DueOn)).Distinct())}。"
                    : $"“{match.Value}”是顺延以前的日子，应当写{ChineseDates.WithYear(strict.DueOn)}。");
            }
        }
    }

    private static bool IsPlain(Match match) =>
        match.Groups[2].Value[0] != '0' && match.Groups[3].Value[0] != '0' && match.Groups[1].Value.Length == 4 && DateOf(match) is not null;

    private static DateOnly? DateOf(Match match) =>
        DateOnly.TryParseExact($"{match.Groups[1].Value}-{match.Groups[2].Value.TrimStart('0')}-{match.Groups[3].Value.TrimStart('0')}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"(?<!\d)(\d{2,4})年(\d{1,2})月(\d{1,2})日")]
    private static partial Regex Written();

    [GeneratedRegex(@"(?<![\d.])\d{4}[.-]\d{1,2}[.-]\d{1,2}(?!\d)|[二〇○零一三四五六七八九]{4}年")]
    private static partial Regex Otherwise();

    [GeneratedRegex(@"最晚(\d{4})年(\d{1,2})月(\d{1,2})日")]
    private static partial Regex Last();
}
