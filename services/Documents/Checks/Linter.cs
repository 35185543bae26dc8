using System.Text.RegularExpressions;

namespace Xinfang.Documents.Checks;

/// <summary>文书检查 before the signature: every rule over every paragraph. No input but the document, no output but the findings.</summary>
public static class Linter
{
    /// <summary>One rule: what it looks at is the whole document, what it gives are findings.</summary>
    private delegate IEnumerable<Finding> Rule(CheckedDocument document);

    private static readonly Rule[] Rules =
    [
        Punctuation.Check, Numbering.Check, Dates.Check, Elements.Check, Remedies.Check, Citations.Check, PeoplesData.Check, Wording.Check, Figures.Check, Similarity.Check,
    ];

    /// <summary>Everything found, by paragraph and place.</summary>
    public static IReadOnlyList<Finding> Check(CheckedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return [.. Rules.SelectMany(rule => rule(document)).Distinct().OrderBy(found => (found.Paragraph, found.Offset, found.Rule))];
    }

    /// <summary>Paragraphs that somebody here wrote, with their numbers from 1.</summary>
    internal static IEnumerable<(int Number, CheckedParagraph Paragraph)> Own(CheckedDocument document) =>
        document.Paragraphs.Select((paragraph, index) => (index + 1, paragraph)).Where(each => each.paragraph.Role is not ParagraphRole.Quoted);

    /// <summary>A finding for each match of a pattern in what was written here.</summary>
    internal static IEnumerable<Finding> Matches(
        CheckedDocument document, Regex pattern, string rule, Severity severity, Func<string, string> message, Func<Match, bool>? unless = null) =>
        from each in Own(document)
        from match in pattern.Matches(each.Paragraph.Text)
        where unless is null || !unless(match)
        select new Finding(rule, severity, each.Number, match.Index, Excerpt(each.Paragraph.Text, match.Index, match.Length), message(match.Value));

    /// <summary>The words around a place.</summary>
    internal static string Excerpt(string text, int offset, int length)
    {
        var from = Math.Max(0, offset - 4);
        return text[from..Math.Min(text.Length, offset + length + 4)];
    }
}
