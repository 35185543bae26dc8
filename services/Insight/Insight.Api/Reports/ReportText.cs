using System.Text.Json.Serialization;
using Xinfang.Insight.Api.Measures;

namespace Xinfang.Insight.Api.Reports;

/// <summary>Who has written a paragraph.</summary>
internal enum ParagraphKind
{
    /// <summary>Code, from frozen figures.</summary>
    Figures,

    /// <summary>A person.</summary>
    Written,

    /// <summary>待填写: what only a person can write, and nobody has yet.</summary>
    ToWrite,
}

/// <summary>A figure in a report, with everything that is needed to count it again.</summary>
/// <param name="Value">As it was printed.</param>
/// <param name="Before">A year earlier, as it was printed; null where there was nothing to divide by.</param>
/// <param name="Snapshot">Where it is frozen.</param>
internal sealed record ReportFigure(string Code, string Name, DateOnly From, DateOnly Until, Basis Basis, long Part, long All, string Value, string? Before, Guid Snapshot);

/// <summary>A table under a paragraph. Cells as they are printed.</summary>
internal sealed record ReportTable(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>A paragraph of a report.</summary>
/// <param name="Key">Names the place it has in its section; the same place keeps its key when the report is drafted anew.</param>
/// <param name="Heading">（一）…, on a line of its own, or null.</param>
/// <param name="Hint">Of what is to be written: from where.</param>
internal sealed record ReportParagraph(string Key, ParagraphKind Kind, string Text, string? Heading = null, IReadOnlyList<ReportFigure>? Figures = null, ReportTable? Table = null, string? Hint = null)
{
    /// <summary>Begins what is to be written; the checks find it (L24).</summary>
    public const string Open = "【待填写：";

    /// <summary>待填写.</summary>
    public static ReportParagraph ToWrite(string key, string what, string? heading = null, string? hint = null) => new(key, ParagraphKind.ToWrite, $"{Open}{what}】", heading, Hint: hint);

    /// <summary>Its lines in the order of printing: heading, then text.</summary>
    [JsonIgnore]
    public IEnumerable<string> Lines => (Heading is { Length: > 0 } heading ? [heading] : Array.Empty<string>()).Concat(Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}

/// <summary>A section, with its 一、.</summary>
internal sealed record ReportSection(string Heading, IReadOnlyList<ReportParagraph> Paragraphs);

/// <summary>The words of a report.</summary>
/// <param name="Opening">What stands before 一、; empty for none.</param>
internal sealed record ReportText(string Title, string Opening, IReadOnlyList<ReportSection> Sections)
{
    [JsonIgnore]
    public IEnumerable<ReportParagraph> Paragraphs => Sections.SelectMany(section => section.Paragraphs);

    /// <summary>How many paragraphs nobody has written yet.</summary>
    [JsonIgnore]
    public int ToWrite => Paragraphs.Count(paragraph => paragraph.Kind is ParagraphKind.ToWrite);

    /// <summary>
    /// This text, drafted anew, with what people had written in the earlier one: in its place where the place is still there, else at the end of its section.
    /// </summary>
    public ReportText Keeping(ReportText earlier) => this with
    {
        Sections = [.. Sections.Select((section, at) => section with { Paragraphs = [.. section.Paragraphs.Select(paragraph => Kept(paragraph, earlier)), .. Added(earlier, at)] })],
    };

    private static ReportParagraph Kept(ReportParagraph paragraph, ReportText earlier) =>
        earlier.Paragraphs.FirstOrDefault(each => each.Key == paragraph.Key) is { Kind: ParagraphKind.Written } written ? paragraph with { Kind = ParagraphKind.Written, Text = written.Text, Heading = written.Heading } : paragraph;

    private IEnumerable<ReportParagraph> Added(ReportText earlier, int at) =>
        at >= earlier.Sections.Count ? [] : earlier.Sections[at].Paragraphs.Where(each => each.Kind is ParagraphKind.Written && Paragraphs.All(known => known.Key != each.Key)).Select(each => each with { Figures = null, Table = null });
}
