using System.Text.RegularExpressions;

namespace Xinfang.Documents.Checks;

/// <summary>法治政府建设年度报告 as text, read into title, opening and sections. Source: 《法治政府建设与责任落实督察工作规定》 art. 24.</summary>
public sealed partial record AnnualReport
{
    /// <summary>Lines before the text begins; one is right.</summary>
    public required IReadOnlyList<string> Title { get; init; }

    /// <summary>What stands before 一、.</summary>
    public required IReadOnlyList<string> Opening { get; init; }

    /// <summary>一、 to 五、.</summary>
    public required IReadOnlyList<ReportSection> Sections { get; init; }

    /// <summary>The year it reports on.</summary>
    public required int Year { get; init; }

    /// <summary>The date in Beijing.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Sent to the government above, or null.</summary>
    public DateOnly? SentOn { get; init; }

    /// <summary>Published, or null.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>Reads a text: a paragraph a line, empty lines mean nothing.</summary>
    public static AnnualReport Read(string text, int year, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var title = lines.TakeWhile(line => !FirstLevel().IsMatch(line) && !line.EndsWith('。') && !line.EndsWith('：')).ToList();
        var opening = lines.Skip(title.Count).TakeWhile(line => !FirstLevel().IsMatch(line)).ToList();
        var sections = new List<ReportSection>();
        foreach (var line in lines.Skip(title.Count + opening.Count))
        {
            if (FirstLevel().IsMatch(line)) sections.Add(new(line, []));
            else sections[^1] = sections[^1] with { Lines = [.. sections[^1].Lines, line] };
        }
        return new() { Title = title, Opening = opening, Sections = sections, Year = year, Today = today };
    }

    [GeneratedRegex("^[一二三四五六七八九十]、")]
    private static partial Regex FirstLevel();
}

/// <summary>A section of a report.</summary>
/// <param name="Heading">With its 一、.</param>
/// <param name="Lines">Its paragraphs; a line （一）… without an end mark is a heading.</param>
public sealed record ReportSection(string Heading, IReadOnlyList<string> Lines)
{
    /// <summary>All its words.</summary>
    public string Text => string.Concat(Lines);

    /// <summary>A heading of the second level that stands on its own line.</summary>
    internal static bool IsHeading(string line) => line.StartsWith('（') && !line.Contains('。', StringComparison.Ordinal) && line.Length <= 30 && (char.IsLetterOrDigit(line[^1]) || line[^1] is '》');
}
